/// The source that the program was built from.
package enum BuiltInCommit {
  /// `commit 1a2b3c4 of 2026-11-30`, with a `+` after the commit if the source was modified;
  /// `unknown commit` if it was built outside a repository.
  package static var text: String { embeddedCommit }
}
