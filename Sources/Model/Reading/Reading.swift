/// What reading a folder gave: the dossier as far as it could be read, and every fault.
public struct Reading: Sendable {
  /// The records that could be read.
  public var dossier: Dossier
  /// The faults by file and line; those that others are consequences of come first.
  public var diagnostics: [Diagnostic]

  /// Whether all of it was looked at; otherwise prose is parsed when somebody asks for it, and its
  /// faults are not among the diagnostics.
  public private(set) var isWhole = true

  /// A dossier with its faults.
  public init(dossier: Dossier, diagnostics: [Diagnostic]) {
    self.dossier = dossier
    self.diagnostics = diagnostics
  }

  /// A dossier with its faults, perhaps without those of its prose.
  init(dossier: Dossier, diagnostics: [Diagnostic], isWhole: Bool) {
    self.init(dossier: dossier, diagnostics: diagnostics)
    self.isWhole = isWhole
  }

  /// Parses the prose that was left for later, which takes a while and may be done on any thread.
  ///
  /// - Returns: Whether it has no fault. Otherwise the folder is to be read in full to tell them.
  public func readRest() -> Bool {
    isWhole || dossier.recommendations.allSatisfy(\.details.body.prose.isFaultless)
  }

  /// Whether records or parts of records were lost.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
