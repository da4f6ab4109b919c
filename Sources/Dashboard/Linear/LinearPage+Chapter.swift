import Browsing
import Canvas
import Records

/// A chapter read section by section.
extension LinearPage {
  /// Adds a section of a chapter, or for row 0 the chapter's beginning with its sections, below
  /// what the page is.
  mutating func add(_ chapter: Chapter, row: Int, _ library: Library) {
    guard chapter.sections.indices.contains(row - 1) else {
      if !chapter.authors.isEmpty { say("By \(chapter.authors.joined(separator: ", "))") }
      gap()
      paragraph(chapter.summary)
      add(chapter.keyMessages.map { .message($0, .heading) }, library)
      addOutline(chapter)
      return
    }
    let section = chapter.sections[row - 1]
    gap()
    for block in section.blocks { add(block, library) }
    trim()
    gap()
    say(
      chapter.sections.indices.contains(row)
        ? "'next' reads \(chapter.sections[row].title)." : "This is the last section.")
  }

  private mutating func addOutline(_ chapter: Chapter) {
    guard !chapter.sections.isEmpty else { return }
    gap()
    say("Sections: \(chapter.sections.count).")
    for section in chapter.sections {
      offer(
        section.title, .section(chapter: chapter.id, section.reference))
    }
  }
}
