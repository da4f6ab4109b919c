/// What reading a folder gave: the dossier as far as it could be read, and every fault.
public struct Reading: Sendable {
  /// The records that could be read.
  public var dossier: Dossier
  /// The faults by file and line; those that others are consequences of come first.
  public var diagnostics: [Diagnostic]

  /// A dossier with its faults.
  public init(dossier: Dossier, diagnostics: [Diagnostic]) {
    self.dossier = dossier
    self.diagnostics = diagnostics
  }

  /// Whether records or parts of records were lost.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
