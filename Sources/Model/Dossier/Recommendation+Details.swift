extension Recommendation {
  /// What is known of a recommendation beside what lists show.
  struct Details: Sendable {
    var addresseeReason = ""
    var evidence: [Reference] = []
    var related: [Reference] = []
    var locator: Locator?
    var atAGlance: Locator?
    var differences = ""
    /// Text and reasons, perhaps not parsed yet.
    var body: RecommendationBody
  }

  /// Why the addressees are inferred, or where they are named.
  public var addresseeReason: String {
    get { details.addresseeReason }
    set { details.addresseeReason = newValue }
  }

  /// The evidence: sections, indicators, notes.
  public var evidence: [Reference] {
    get { details.evidence }
    set { details.evidence = newValue }
  }

  /// Other records that a reader should see with it.
  public var related: [Reference] {
    get { details.related }
    set { details.related = newValue }
  }

  /// Its place in its chapter.
  public var locator: Locator? {
    get { details.locator }
    set { details.locator = newValue }
  }

  /// Where the report's summary list repeats it.
  public var atAGlance: Locator? {
    get { details.atAGlance }
    set { details.atAGlance = newValue }
  }

  /// How the two wordings differ; empty if they do not.
  public var differences: String {
    get { details.differences }
    set { details.differences = newValue }
  }

  /// What is asked, in the dossier's words.
  public var text: [Block] {
    get { details.body.prose.text }
    set { details.body = RecommendationBody(.init(text: newValue, why: why)) }
  }

  /// The reasoning and the evidence.
  public var why: [Block] {
    get { details.body.prose.why }
    set { details.body = RecommendationBody(.init(text: text, why: newValue)) }
  }
}

/// A description shows what the box holds, too.
extension Recommendation: CustomReflectable {
  public var customMirror: Mirror {
    Mirror(
      self,
      children: [
        "id": id, "standing": standing, "chapter": chapter, "number": number, "title": title,
        "addressees": addressees, "addresseeBasis": addresseeBasis,
        "addresseeReason": addresseeReason, "themes": themes, "evidence": evidence,
        "related": related, "locator": locator as Any, "atAGlance": atAGlance as Any,
        "differences": differences, "text": text, "why": why,
      ], displayStyle: .struct)
  }
}
