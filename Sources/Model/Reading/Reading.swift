package import Records

/// The result of reading a folder: the dossier as far as it could be read, and every fault.
package struct Reading: Sendable {
  /// The records that could be read.
  package var dossier: Dossier
  /// The faults by file and line; those with consequences come first.
  package var diagnostics: [Diagnostic]

  /// A dossier with its faults.
  package init(dossier: Dossier, diagnostics: [Diagnostic]) {
    self.dossier = dossier
    self.diagnostics = diagnostics
  }

  /// Whether records or parts of records were lost.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
