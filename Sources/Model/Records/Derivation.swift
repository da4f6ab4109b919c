/// How a value was computed in the dossier, which no source states.
package struct Derivation: Hashable, Sendable {
  /// What was done with the inputs.
  package enum Operation: String, CaseIterable, Sendable {
    /// All added up.
    case sum
    /// Their sum, divided by their number.
    case mean
    /// The first less all others.
    case difference
    /// The first divided by the second.
    case ratio
    /// The first in percent of the second.
    case share
    /// From the first to the second, in percent of the first.
    case change
  }

  /// What goes into the computation.
  package enum Input: Hashable, Sendable {
    /// A number in the unit of the computed value.
    case number(Double)
    /// Observations; what is nil is as in the row of the computed value.
    case observation(indicator: String?, series: String?, period: Period?)
  }

  /// The cell as written.
  package var written: String
  /// What was done; nil if only words tell it.
  package var operation: Operation?
  /// What went in, in order; empty if only words tell it.
  package var inputs: [Input]
  /// The computation in words; may be empty if there is an operation.
  package var words: String

  /// A computation.
  package init(
    written: String, operation: Operation? = nil, inputs: [Input] = [], words: String = ""
  ) {
    self.written = written
    self.operation = operation
    self.inputs = inputs
    self.words = words
  }

  /// The computation for readers: its words, or the formula if it has none.
  package var title: String { words.isEmpty ? written : words }

  /// What is said of values that the dossier computed.
  package static let standing = "computed in this dossier"
}
