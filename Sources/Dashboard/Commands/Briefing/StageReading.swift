import Interface
import Model

/// The files of a talk as they were read, on any thread: what a stage is made from.
struct StageReading: Sendable {
  /// The dossier.
  let reading: Reading
  /// The deck.
  let deck: Deck
  /// What identifies both, as other ends compare it.
  let edition: Edition
  /// The faults of both.
  let faults: [Diagnostic]

  /// A deck and the dossier that it is about.
  ///
  /// - Parameter faults: The deck's own.
  init(_ deck: Deck, _ reading: Reading, faults: [Diagnostic] = []) {
    self.deck = deck
    self.reading = reading
    self.faults = reading.diagnostics + faults.filter { !reading.diagnostics.contains($0) }
    edition = Edition(deck, of: reading.dossier)
  }
}
