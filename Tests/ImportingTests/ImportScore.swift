@testable import Importing

/// How much of a report the rules found, against what is in it.
struct ImportScore {
  /// Found, right and wanted things of one kind.
  struct Tally {
    /// How many there are in the report.
    var wanted = 0
    /// How many the rules found.
    var found = 0
    /// How many of the found ones are in the report.
    var right = 0

    /// The share of the wanted ones that were found; 1 where none is wanted.
    var recall: Double { wanted == 0 ? 1 : Double(right) / Double(wanted) }
    /// The share of the found ones that are right; 1 where none was found.
    var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
    /// `3/4 of 3`: right ones, found ones, wanted ones.
    var text: String { "\(right)/\(found) of \(wanted)" }
  }

  /// The recommendations of the sure tier.
  var sure = Tally()
  /// Those of the sure and the likely tier.
  var likely = Tally()
  /// Those of all tiers.
  var all = Tally()
  /// The headings.
  var headings = Tally()
  /// The headings with their levels.
  var levels = Tally()
  /// The notes, by their number alone.
  var notes = Tally()
  /// The addressees of recommendations that were found.
  var addressees = Tally()

  /// Compares candidates with the first words of the recommendations.
  mutating func count(
    _ candidates: [Candidate], asks: [(label: String, words: String, addressee: String)]
  ) {
    // A label alone on its line is known by its number.
    var left = asks.map { ask in
      let key = Self.key(ask.words)
      return key.isEmpty ? "#" + RecommendationLabel.key(ask.words) : key
    }
    var rights: [Candidate.Tier: Int] = [:]
    for candidate in candidates {
      let text = Phrases.bare(candidate.text)
      let number = "#" + RecommendationLabel.key(candidate.label)
      guard
        let index = left.firstIndex(where: { !$0.isEmpty && (text.contains($0) || $0 == number) })
      else { continue }
      left[index] = ""
      rights[candidate.tier, default: 0] += 1
      if !asks[index].addressee.isEmpty {
        addressees.found += candidate.addressee.isEmpty ? 0 : 1
        let isRight = Phrases.bare(candidate.addressee) == Phrases.bare(asks[index].addressee)
        addressees.right += isRight ? 1 : 0
      }
    }
    addressees.wanted += asks.count { !$0.addressee.isEmpty }
    func tally(_ tiers: [Candidate.Tier]) -> Tally {
      Tally(
        wanted: asks.count, found: candidates.count { tiers.contains($0.tier) },
        right: tiers.reduce(0) { $0 + rights[$1, default: 0] })
    }
    sure = tally([.sure])
    likely = tally([.sure, .likely])
    all = tally(Candidate.Tier.allCases)
  }

  /// Compares headings by their words, then by their levels too.
  mutating func count(
    headings found: [(level: Int, title: String)], wanted: [(level: Int, title: String)]
  ) {
    headings = Tally(wanted: wanted.count, found: found.count)
    levels = headings
    var left = found
    for heading in wanted {
      guard
        let index = left.firstIndex(where: {
          Phrases.bare($0.title) == Phrases.bare(heading.title)
        })
      else { continue }
      headings.right += 1
      if left[index].level == heading.level { levels.right += 1 }
      left.remove(at: index)
    }
  }

  /// The words by which a recommendation is known: its first ones, without marks and label.
  static func key(_ words: String) -> String {
    let plain = String(words.drop { "#*> ".contains($0) })
    let text = RecommendationLabel(start: plain)?.rest ?? ListMarker(plain)?.rest ?? plain
    return Phrases.bare(text).split(separator: " ").prefix(7).joined(separator: " ")
  }

  /// The heading of the table.
  static let heading =
    "report                                      sure          sure+likely   all tiers     headings"
    + "      level         notes         addressees"

  /// A line of the table.
  func line(_ name: String) -> String {
    let cells = [sure, likely, all, headings, levels, notes, addressees].map(\.text)
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    return padded(String(name.prefix(43)), 44) + cells.map { padded($0, 14) }.joined()
  }
}
