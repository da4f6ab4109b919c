/// What prose that is parsed after a reading needs of it: the records that there are.
///
/// Filled once at the end of the reading, before anybody else can ask, and the same ever after.
final class ReadingScope: @unchecked Sendable {
  private var declared: [Reference: Place] = [:]
  private var textLines: Int?
  /// Whether anything was left for later.
  private(set) var isUsed = false

  /// Takes what was read.
  func close(_ draft: Draft) {
    declared = draft.declared
    textLines = draft.log.textLines
    isUsed = true
  }

  /// A log for one body.
  func log() -> DiagnosticLog {
    var log = DiagnosticLog()
    log.textLines = textLines
    return log
  }

  /// Those references of some mentions that lead to no record.
  func lost(of mentions: some Sequence<Mention>) -> Set<Reference> {
    Set(mentions.lazy.map(\.reference).filter { self.declared[$0] == nil })
  }
}
