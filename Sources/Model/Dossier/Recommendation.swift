/// Something that the report asks somebody to do.
public struct Recommendation: Sendable, Identifiable {
  /// How formally the report asks.
  public enum Standing: String, CaseIterable, Sendable {
    /// Stated in one of the report's lists of recommendations.
    case recommendation
    /// Asked for only in the body.
    case proposal
  }

  /// How the addressees are known.
  public enum AddresseeBasis: String, CaseIterable, Sendable {
    /// The report names them.
    case stated
    /// The dossier's editors infer them and say why.
    case inferred
  }

  /// The id, as in `rec:economics-3`.
  public var id: String
  /// Whether it is a recommendation or a proposal.
  public var standing: Standing
  /// The chapter it belongs to.
  public var chapter: String
  /// Its number among those of its kind in the chapter.
  public var number: Int
  /// A short title.
  public var title: String
  /// The ids of the addressees; more than one makes it a joint item.
  public var addressees: [String]
  /// How the addressees are known.
  public var addresseeBasis: AddresseeBasis
  /// Why the addressees are inferred, or where they are named.
  public var addresseeReason: String
  /// The ids of its themes.
  public var themes: [String]
  /// What supports it: sections, indicators, notes.
  public var evidence: [Reference]
  /// Other records that a reader should see with it.
  public var related: [Reference]
  /// Where it stands in its chapter.
  public var locator: Locator?
  /// Where the report's summary list repeats it.
  public var atAGlance: Locator?
  /// How the two wordings differ; empty where they do not.
  public var differences: String
  /// What is asked, in our words.
  public var text: [Block]
  /// The reasoning and the evidence.
  public var why: [Block]

  /// A recommendation; everything except id, chapter, number and title can be set later.
  public init(
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

  /// The short number that lists show: `2.2` in chapter 2, its first proposal `2.p1`.
  ///
  /// - Parameter chapter: Its chapter; without one the number begins with 0.
  public func number(in chapter: Chapter?) -> String { number(chapter: chapter?.number) }

  /// The same by the chapter's number.
  func number(chapter: Int?) -> String {
    "\(chapter ?? 0).\(standing == .proposal ? "p" : "")\(number)"
  }

  /// Whether several addressees have to act together.
  public var isJoint: Bool { addressees.count > 1 }

  /// The reference that names this recommendation.
  public var reference: Reference { Reference(.recommendation, id) }
}
