/// A chapter of the report: its sections in our own words, key messages and notes.
package struct Chapter: Sendable, Identifiable {
  /// The chapter's id, as in `chapter:economics`.
  package var id: String
  /// Its number in the report; 0 for an introduction.
  package var number: Int
  /// Its title in the report.
  package var title: String
  /// A word or two for lists and breadcrumbs; by default the title.
  package var shortTitle: String
  /// Who wrote it.
  package var authors: [String]
  /// Its place in the original.
  package var locator: Locator?
  /// One or two sentences on what it argues.
  package var summary: String
  /// What a reader should take away, one sentence each.
  package var keyMessages: [[Span]]
  /// The sections and the sections inside them, in reading order.
  package var sections: [Section]
  /// The notes, ordered by number.
  package var notes: [Note]

  /// A chapter; everything except id, number and title can be set later.
  package init(
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
  package var reference: Reference { Reference(.chapter, id) }
}

/// A part of a chapter under one heading: passages of the dossier's own prose.
package struct Section: Sendable, Identifiable {
  /// The chapter's id, `#`, and the heading's slug.
  package var id: String
  /// The chapter it belongs to.
  package var chapter: String
  /// The heading.
  package var title: String
  /// 1 for a section, 2 for a section inside one.
  package var level: Int
  /// Its place in the original.
  package var locator: Locator?
  /// The passages.
  package var blocks: [Block]

  /// A section with its passages.
  package init(
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
  package var reference: Reference { Reference(.section, id) }
}

/// An endnote of a chapter.
package struct Note: Sendable, Identifiable {
  /// The chapter's id, `-`, and the number.
  package var id: String
  /// The chapter it belongs to.
  package var chapter: String
  /// Its number in the chapter.
  package var number: Int
  /// The text; for a lost note, what it supported.
  package var text: [Span]
  /// Whether the original refers to the note but no longer contains it.
  package var isLost: Bool

  /// A note of a chapter.
  package init(chapter: String, number: Int, text: [Span], isLost: Bool) {
    self.id = "\(chapter)-\(number)"
    self.chapter = chapter
    self.number = number
    self.text = text
    self.isLost = isLost
  }

  /// The text as a sentence, which says if the note is lost.
  package var statement: [Span] { isLost ? [Span("Lost: ")] + text : text }

  /// The reference that names this note.
  package var reference: Reference { Reference(.note, id) }
}
