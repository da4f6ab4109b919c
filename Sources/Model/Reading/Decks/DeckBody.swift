import Records
import Text

/// Builds the slides of a deck from its body.
struct DeckBody {
  let file: String
  /// The reading that the deck belongs to.
  var draft: Draft
  private(set) var slides: [Slide] = []

  private var names = SlideNames()
  private var slide = Slide(id: "")
  private var step = 0
  /// The open columns, with the step and the place where they were opened.
  private var columns: (parts: [[SlideElement]], step: Int, place: Place)?
  /// The last pause, if no content has followed it yet.
  private var pause: Place?

  /// The most columns side by side.
  static let columnLimit = 8

  init(file: String, draft: Draft) {
    self.file = file
    self.draft = draft
  }

  /// Reads a body into `slides`.
  mutating func read(_ bytes: ArraySlice<UInt8>, firstLine: Int) {
    let text = PrivateText(
      ProseGuard.check(bytes, file: file, firstLine: firstLine, log: &draft.log))
    tell(of: text, firstLine)
    var builder = MarkdownBuilder(file: file, firstLine: firstLine, chapter: nil)
    builder.isDeck = true
    builder.comments = text.comments
    let pieces = builder.pieces(of: text.bytes, log: &draft.log)
    var start = firstLine
    for piece in pieces {
      if case .rule(let place) = piece {
        end(Place(file, start))
        start = place.line + 1
        if slides.count == DeckReader.slideLimit {
          draft.log.error(
            place, "the deck has more than \(DeckReader.slideLimit) slides; the rest is left out",
            remedy: "split it")
          return
        }
      } else {
        take(piece)
      }
    }
    // The last slide may also end in a line of hyphens.
    if !pieces.isEmpty, !isEmpty || slides.isEmpty { end(Place(file, start)) }
    if pieces.isEmpty {
      draft.log.error(
        Place(file, firstLine), "the deck has no slide",
        remedy: "write slides separated by lines of three hyphens")
    }
  }

  private var isEmpty: Bool {
    slide.heading.isEmpty && slide.elements.isEmpty && slide.notes.isEmpty && columns == nil
  }

  // MARK: Slides

  private mutating func end(_ start: Place) {
    if let columns {
      draft.log.warning(
        columns.place, "the columns are never closed", remedy: "write <!-- end columns -->")
      endColumns()
    }
    if let pause {
      draft.log.warning(pause, "nothing comes after the pause", remedy: "remove it")
    }
    if isEmpty {
      draft.log.warning(start, "the slide is empty and left out", remedy: "fill it or remove it")
    } else {
      if slide.line == 0 { slide.line = start.line }
      let heading = slide.heading.plainText
      slide.id = names.name(heading)
      if let first = names.first(heading), first != slide.id {
        draft.log.warning(
          Place(file, slide.line),
          "another slide has this heading too, so this one's name is \"\(slide.id)\"",
          remedy: "give it a heading of its own")
      }
      slides.append(slide)
    }
    slide = Slide(id: "")
    step = 0
    pause = nil
  }

  private mutating func take(_ piece: DeckPiece) {
    switch piece {
    case .heading(let level, let spans, let place): takeHeading(level, spans, place)
    case .block(let block, let place): add(.block(block), place)
    case .image(let address, let place): takeImage(address, place)
    case .comment(let comment, let text, let place): takeComment(comment, text, place)
    case .rule: break
    }
  }

  private mutating func takeHeading(_ level: Int, _ spans: [Span], _ place: Place) {
    guard !spans.plainText.trimmed.isEmpty else { return }
    if slide.heading.isEmpty, level <= 2 || slide.elements.isEmpty && columns == nil {
      if !slide.elements.isEmpty || columns != nil {
        draft.log.warning(
          place, "the heading comes after other parts of its slide",
          remedy: "put it first, or end the slide above it with a line of three hyphens")
      }
      slide.heading = spans
      slide.isTitle = level == 1
      slide.line = place.line
      return
    }
    if level <= 2 {
      draft.log.warning(
        place, "the slide has a heading already, so this one is a line of text",
        remedy: "put a line of three hyphens above it, or use ###")
    }
    add(
      .block(
        .paragraph(spans.map { Span($0.text, $0.emphasis.union(.strong), target: $0.target) })),
      place)
  }

  private mutating func add(_ content: SlideContent, _ place: Place) {
    pause = nil
    if slide.line == 0 { slide.line = place.line }
    let element = SlideElement(content, step: step)
    if let last = columns?.parts.indices.last {
      columns?.parts[last].append(element)
    } else {
      slide.elements.append(element)
    }
  }

  // MARK: Live parts

  private mutating func takeImage(_ address: String, _ place: Place) {
    guard let inclusion = Inclusion(address) else {
      draft.log.error(
        place, "\"\(address)\" is not part of a dossier, so it is ignored",
        remedy: Self.remedy(address))
      return
    }
    switch inclusion {
    case .chart(let indicator): draft.log.mention(Reference(.indicator, indicator), place)
    case .record(let reference): draft.log.mention(reference, place)
    case .recommendations(let category): check(category, place)
    case .outcomes(.status(let category)), .outcomes(.board(let category)):
      if category != "all" { check(category, place) }
    case .matrix, .timeline, .outcomes(.changes): break
    }
    add(.inclusion(inclusion), place)
  }

  private mutating func check(_ category: String, _ place: Place) {
    let isKnown =
      draft.knows(Reference(.chapter, category)) || draft.addressees.contains(category)
      || draft.themes.contains(category)
    if isKnown { return }
    // Addressees and themes are in the index; if it was not read, nothing is known of them.
    if draft.unread.contains("index.md") || draft.absent.contains("index.md") {
      draft.miss("addressee", category, place)
      return
    }
    let known = draft.ids(.chapter) + (draft.addressees.union(draft.themes)).sorted()
    draft.log.error(
      place, "there is no chapter, addressee or theme \"\(category)\"",
      remedy: draft.remedy(category, known))
  }

  private static func remedy(_ address: String) -> String {
    let scheme = address.prefix { $0 != ":" }
    switch scheme {
    case "matrix": return "write matrix:addressee-theme"
    case "timeline": return "write timeline:2007-2013"
    case "changes": return "write changes:2018 or changes:2018-06"
    default:
      let known = Inclusion.schemes + RecordKind.allCases.map(\.rawValue)
      return Spelling.nearest(to: String(scheme), in: known).map { "did you mean \($0):…?" }
        ?? "write chart:id, rec:id, recs:id, matrix:addressee-theme, timeline:2007-2013, status:id, "
        + "board:id, changes:2018"
    }
  }

  // MARK: Comments

  /// Reports comments that have no meaning where they are, and what is not a comment.
  private mutating func tell(of text: PrivateText, _ firstLine: Int) {
    for (line, comment) in text.others {
      let words = CommentScan(comment).comments.first.map { DeckComment($0.text) }
      if case .remark? = words { continue }
      draft.log.warning(
        Place(file, firstLine + line - 1),
        "a comment inside a list, a quotation or a paragraph means nothing",
        remedy: "put it on a line of its own, at the line's start")
    }
    // A comment that begins its line is reported as a part of the slide.
    if let line = text.openLine, text.comments[line] == nil {
      draft.log.error(
        Place(file, firstLine + line - 1),
        "the comment is never closed, so everything after it is part of it",
        remedy: "end it with -->")
    }
    for line in text.misspelt {
      draft.log.warning(
        Place(file, firstLine + line - 1), "<!- does not begin a comment, so it is shown",
        remedy: "write <!-- with two hyphens")
    }
  }

  private mutating func takeComment(
    _ comment: DeckComment, _ text: CommentScan.Comment, _ place: Place
  ) {
    switch comment {
    case .pause:
      step += 1
      pause = place
    case .note(let start): takeNote(text, start, place)
    case .minutes(let text): takeMinutes(text, place)
    case .columns where columns != nil:
      draft.log.error(
        place, "columns inside columns", remedy: "write <!-- end columns --> before them")
    case .columns: columns = ([[]], step, place)
    case .nextColumn, .endColumns:
      guard let count = columns?.parts.count else {
        draft.log.error(place, "there are no columns here", remedy: "write <!-- columns --> first")
        return
      }
      if comment == .endColumns {
        endColumns()
      } else if count < Self.columnLimit {
        columns?.parts.append([])
      } else {
        draft.log.error(
          place, "more than \(Self.columnLimit) columns", remedy: "put them on two slides")
      }
    case .remark(let hint?):
      draft.log.warning(
        place, "this comment is private and does nothing", remedy: "did you mean <!-- \(hint) -->?")
    case .remark(nil): break
    }
  }

  private mutating func endColumns() {
    guard let (parts, start, place) = columns else { return }
    columns = nil
    if parts.allSatisfy(\.isEmpty) {
      draft.log.warning(place, "the columns are empty", remedy: "fill them or remove them")
      return
    }
    if parts.count == 1 {
      draft.log.warning(
        place, "there is only one column", remedy: "write <!-- next column --> between two")
    }
    slide.elements.append(SlideElement(.columns(parts), step: start))
  }

  private mutating func takeMinutes(_ text: String, _ place: Place) {
    if slide.minutes != nil {
      draft.log.error(place, "the slide's minutes are given twice", remedy: "remove one")
    } else if let minutes = Minutes.read(text) {
      slide.minutes = minutes
    } else {
      draft.log.error(
        place, "\"\(CleanText.line(text))\" is not a number of minutes", remedy: Minutes.remedy)
    }
  }

  private mutating func takeNote(
    _ comment: CommentScan.Comment, _ start: String.Index, _ place: Place
  ) {
    let note = NoteText(comment, from: start)
    var builder = MarkdownBuilder(file: file, firstLine: place.line, chapter: nil)
    builder.isDeck = true
    builder.margins = note.margins
    let blocks = builder.blocks(of: note.bytes, log: &draft.log)
    guard !blocks.isEmpty else {
      draft.log.warning(place, "the note is empty", remedy: "fill it or remove it")
      return
    }
    pause = nil
    if slide.line == 0 { slide.line = place.line }
    slide.notes.append(SpeakerNote(blocks, step: step))
  }
}
