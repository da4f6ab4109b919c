/// Something that the report asks for.
package struct Recommendation: Sendable, Identifiable {
  /// How formally the report asks.
  package enum Standing: String, CaseIterable, Sendable {
    /// Stated in one of the report's lists of recommendations.
    case recommendation
    /// Asked for only in the body.
    case proposal
  }

  /// How the addressees are known.
  package enum AddresseeBasis: String, CaseIterable, Sendable {
    /// The report names them.
    case stated
    /// The dossier's editors infer them and say why.
    case inferred
  }

  /// The id, as in `rec:economics-3`.
  package var id: String
  /// Whether it is a recommendation or a proposal.
  package var standing: Standing
  /// The chapter it belongs to.
  package var chapter: String
  /// Its number among those of its kind in the chapter.
  package var number: Int
  /// The letter behind its number: `a` in 3a; empty if it has none.
  package var letter = ""
  /// Its label in the report, as printed: `Recommendation 1`, `3a`; empty if it has none.
  package var label = ""
  /// Its number in the report, as printed: `1`, `3a`; empty unless the report's numbers tell its
  /// recommendations apart.
  package var printedNumber = ""
  /// Whether somebody has checked what a rule found.
  package var isConfirmed = true
  /// A short title.
  package var title: String
  /// The ids of the addressees; more than one makes it a joint item.
  package var addressees: [String]
  /// How the addressees are known.
  package var addresseeBasis: AddresseeBasis
  /// Why the addressees are inferred, or where they are named.
  package var addresseeReason: String
  /// The ids of its themes.
  package var themes: [String]
  /// What supports it: sections, indicators, notes.
  package var evidence: [Reference]
  /// Other records that a reader should see with it.
  package var related: [Reference]
  /// Its place in its chapter.
  package var locator: Locator?
  /// Where the report's summary list repeats it.
  package var atAGlance: Locator?
  /// How the two wordings differ; empty if they do not.
  package var differences: String
  /// What is asked, in our words.
  package var text: [Block]
  /// The reasoning and the evidence.
  package var why: [Block]

  /// A recommendation; everything except id, chapter, number and title can be set later.
  package init(
    id: String, standing: Standing = .recommendation, chapter: String, number: Int, title: String,
    addressees: [String] = [], addresseeBasis: AddresseeBasis = .stated,
    addresseeReason: String = "", themes: [String] = [], evidence: [Reference] = [],
    related: [Reference] = [], locator: Locator? = nil, atAGlance: Locator? = nil,
    differences: String = "", text: [Block] = [], why: [Block] = []
  ) {
    self.id = id
    self.standing = standing
    self.chapter = chapter
    self.number = number
    self.title = title
    self.addressees = addressees
    self.addresseeBasis = addresseeBasis
    self.addresseeReason = addresseeReason
    self.themes = themes
    self.evidence = evidence
    self.related = related
    self.locator = locator
    self.atAGlance = atAGlance
    self.differences = differences
    self.text = text
    self.why = why
  }

  /// The number that readers see: the printed one, otherwise `2.2` in chapter 2, its first proposal
  /// `2.p1`.
  ///
  /// - Parameter chapter: Its chapter; without one the number begins with 0.
  package func number(in chapter: Chapter?) -> String { number(chapter: chapter?.number) }

  /// The same by the chapter's number.
  package func number(chapter: Int?) -> String {
    printedNumber.isEmpty ? place(chapter: chapter) : printedNumber
  }

  /// Its place in the report: `2.2` in chapter 2, its first proposal `2.p1`.
  package func place(chapter: Int?) -> String {
    "\(chapter ?? 0).\(standing == .proposal ? "p" : "")\(number)\(letter)"
  }

  /// The number in its label: `3a` of `Recommendation 3a`; empty if there is none.
  package var labelledNumber: String {
    let word = label.split(separator: " ").last ?? ""
    let number = String(word.drop { "([#".contains($0) }.prefix { !":)],;".contains($0) })
    return number.count <= 8 ? number : ""
  }

  /// Whether several addressees have to act together.
  package var isJoint: Bool { addressees.count > 1 }

  /// Whether an indicator is among its evidence.
  package var hasFigures: Bool { evidence.contains { $0.kind == .indicator } }

  /// The years that its title and its text name, from 1900 to 2099, in ascending order.
  package var years: [Int] {
    var years: Set<Int> = []
    for text in [title] + text.flatMap(\.paragraphs).map(\.plainText) {
      // By bytes, because thousands of texts are searched before a list can be filtered.
      var (length, number) = (0, 0)
      for byte in Array(text.utf8) + [0] {
        switch byte {
        case 0x30...0x39: (length, number) = (length + 1, (number * 10 + Int(byte) - 0x30) % 10_000)
        case 0x41...0x5a, 0x61...0x7a, 0x80...: length = 5
        default:
          if length == 4, (1900..<2100).contains(number) { years.insert(number) }
          (length, number) = (0, 0)
        }
      }
    }
    return years.sorted()
  }

  /// The reference that names this recommendation.
  package var reference: Reference { Reference(.recommendation, id) }
}
