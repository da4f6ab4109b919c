/// A file that is made for a new dossier's folder.
package struct MadeFile: Hashable, Sendable {
  /// Its path inside the folder.
  package let path: String
  /// Its text.
  package let text: String

  /// A file with its text.
  package init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }
}
