/// A chapter of the report: its sections in our own words, key messages and notes.
public struct Chapter: Sendable, Identifiable {
  /// The chapter's id, as in `chapter:economics`.
  public var id: String
  /// Its number in the report; 0 for an introduction.
  public var number: Int
  /// Its title in the report.
  public var title: String
  /// A word or two for lists and breadcrumbs; by default the title.
  public var shortTitle: String
  /// Who wrote it.
  public var authors: [String]
  /// Its place in the original.
  public var locator: Locator?
  /// One or two sentences on what it argues.
  public var summary: String
  /// What a reader should take away, one sentence each.
  public var keyMessages: [[Span]]
  /// The sections and the sections inside them, in reading order.
  public var sections: [Section]
  /// The notes, ordered by number.
  public var notes: [Note]

  /// A chapter; everything except id, number and title can be set later.
  public init(
    id: String, number: Int, title: String, shortTitle: String = "", authors: [String] = [],
    locator: Locator? = nil, summary: String = "", keyMessages: [[Span]] = [],
    sections: [Section] = [], notes: [Note] = []
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.shortTitle = shortTitle.isEmpty ? title : shortTitle
    self.authors = authors
    self.locator = locator
    self.summary = summary
    self.keyMessages = keyMessages
    self.sections = sections
    self.notes = notes
  }

  /// The reference that names this chapter.
  public var reference: Reference { Reference(.chapter, id) }
}

/// A part of a chapter under one heading: passages of the dossier's own prose.
public struct Section: Sendable, Identifiable {
  /// The chapter's id, `#`, and the heading's slug.
  public var id: String
  /// The chapter it belongs to.
  public var chapter: String
  /// The heading.
  public var title: String
  /// 1 for a section, 2 for a section inside one.
  public var level: Int
  /// Its place in the original.
  public var locator: Locator?
  /// The passages.
  public var blocks: [Block]

  /// A section with its passages.
  public init(
    id: String, chapter: String, title: String, level: Int = 1, locator: Locator? = nil,
    blocks: [Block] = []
  ) {
    self.id = id
    self.chapter = chapter
    self.title = title
    self.level = level
    self.locator = locator
    self.blocks = blocks
  }

  /// The reference that names this section.
  public var reference: Reference { Reference(.section, id) }
}

/// An endnote of a chapter.
public struct Note: Sendable, Identifiable {
  /// The chapter's id, `-`, and the number.
  public var id: String
  /// The chapter it belongs to.
  public var chapter: String
  /// Its number in the chapter.
  public var number: Int
  /// The text; for a lost note, what it supported.
  public var text: [Span]
  /// Whether the original refers to the note but no longer contains it.
  public var isLost: Bool

  /// A note of a chapter.
  public init(chapter: String, number: Int, text: [Span], isLost: Bool) {
    self.id = "\(chapter)-\(number)"
    self.chapter = chapter
    self.number = number
    self.text = text
    self.isLost = isLost
  }

  /// The text as a sentence, which says if the note is lost.
  public var statement: [Span] { isLost ? [Span("Lost: ")] + text : text }

  /// The reference that names this note.
  public var reference: Reference { Reference(.note, id) }
}
