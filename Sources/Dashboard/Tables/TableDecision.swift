/// One thing that was found out about a table, and why.
package struct TableDecision: Hashable, Sendable {
  /// What was asked: `delimiter`, `heading`, `column 2`.
  package var subject: String
  /// What was found.
  package var choice: String
  /// The rule by which it was found, in a few words.
  package var reason: String
  /// The option that decides otherwise; empty if there is none.
  package var option: String
  /// Whether another answer would have been possible.
  package var isDoubtful: Bool

  init(
    _ subject: String, _ choice: String, because reason: String, option: String = "",
    isDoubtful: Bool = false
  ) {
    self.subject = subject
    self.choice = choice
    self.reason = reason
    self.option = option
    self.isDoubtful = isDoubtful
  }
}
