import Reading
import Records
import Talk

/// The loaded files of a talk, from which a stage is made.
struct StageReading {
  /// The dossier.
  let reading: Reading
  /// The deck.
  let deck: Deck
  /// What identifies both, for comparison by other ends.
  let edition: Edition
  /// The faults of both.
  let faults: [Diagnostic]

  /// A deck and the dossier that it is about.
  ///
  /// - Parameters:
  ///   - digest: The digest of the dossier's files, taken before they were read.
  ///   - faults: The deck's own.
  init(_ deck: Deck, _ reading: Reading, digest: String, faults: [Diagnostic] = []) {
    self.deck = deck
    self.reading = reading
    self.faults = reading.diagnostics + faults.filter { !reading.diagnostics.contains($0) }
    edition = Edition(deck, of: reading.dossier, digest: digest)
  }
}
