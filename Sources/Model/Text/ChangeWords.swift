/// Words that tell in which direction a number changed or differs.
package enum ChangeWords {
  /// Words for a fall.
  package static let falls: Set<String> = [
    "fell", "fall", "falls", "fallen", "falling", "drop", "drops", "dropped", "dropping",
    "decrease", "decreased", "decreasing", "decline", "declined", "declining", "reduction",
    "shrank", "shrunk", "lost", "loss", "down", "halved", "halving", "weakened",
  ]
  /// Words for a rise.
  package static let rises: Set<String> = [
    "rose", "rise", "rises", "risen", "rising", "grew", "grow", "grows", "grown", "growth",
    "growing", "increase", "increased", "increases", "increasing", "gain", "gained", "up",
    "doubled", "tripled", "quadrupled", "strengthened",
  ]
  /// Words for a smaller part.
  package static let less: Set<String> = [
    "less", "fewer", "lower", "smaller", "cheaper", "shorter", "below",
  ]
}
