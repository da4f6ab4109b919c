import Canvas
import Importing
import Records

/// What an import found: all of it, the selected candidate, and its place in the original.
enum ReviewScreen {
  /// The items in the order of the list, which no decision changes.
  static func order(_ review: Review) -> [Review.Item] {
    let candidates = review.items.filter(\.isCandidate)
    return review.items.filter { !$0.isCandidate }
      + Candidate.Tier.allCases.flatMap { tier in
        candidates.filter { $0.candidate.tier == tier }
      }
  }

  /// The item that is selected; nil if there is nothing to review.
  static func selected(_ visit: Visit, _ library: Library) -> Review.Item? {
    guard let review = library.desk?.review else { return nil }
    let items = order(review)
    return items.isEmpty ? nil : items[min(visit[panel: 0].selection, items.count - 1)]
  }

  package static func content(_ visit: Visit, _ library: Library) -> ScreenContent {
    guard let desk = library.desk, let item = selected(visit, library) else {
      let text = "Nothing was imported here. 'dossier import' makes a folder that can be reviewed."
      return ScreenContent(
        Panel(
          title: "Review",
          content: DocumentPanel([.remark([Span(text)], .faint)], glyphs: library.glyphs)),
        trail: ["Review"])
    }
    let list = ListPanel(
      columns: [
        .init(width: .fit(8)), .init(width: .flexible, lines: 2),
      ],
      rows: order(desk.review).map { row($0) })
    return ScreenContent(
      panels: [
        Panel(
          title: "Found", name: "All", note: desk.progress(), part: .main, content: list),
        Panel(
          title: title(item), name: "Candidate", part: .preview,
          content: candidate(item, library)),
        Panel(title: "In the original", content: passage(item, desk, library)),
      ],
      medium: [
        .init(.share(1), .init(.share(2), 0), .init(.share(3), 1)),
        .init(.share(1), .init(.share(1), 2)),
      ],
      wide: [
        .init(.share(2), .init(.share(1), 0)), .init(.share(3), .init(.share(1), 1)),
        .init(.share(3), .init(.share(1), 2)),
      ],
      trail: ["Review", desk.progress()])
  }

  // MARK: The list

  private static func row(_ item: Review.Item) -> ListPanel.Row {
    let one = item.candidate
    let isDone = item.state != .open && item.state != .later
    let style: Style =
      switch item.state {
      case .accepted: Style(.match, .bold)
      case .rejected, .merged: .faint
      case .open, .later: Style(.text, .bold)
      }
    let word = item.state == .open ? kind(item) : item.state.rawValue
    return ListPanel.Row(
      cells: [
        .text(word, isDone ? style : .faint),
        .text((one.label.isEmpty ? "" : one.label + ": ") + one.title, isDone ? .faint : .text),
      ],
      destination: .panel(.preview),
      telling: .choice("\(word): \(one.title)", count: nil))
  }

  /// A word for what an open item is.
  private static func kind(_ item: Review.Item) -> String {
    item.isReport ? "report" : item.conflict != nil ? "conflict" : item.candidate.tier.rawValue
  }

  // MARK: The candidate

  private static func title(_ item: Review.Item) -> String {
    if item.isReport { return "The report" }
    if item.conflict != nil { return "Changed by you and by the newer version" }
    let name = item.candidate.label.isEmpty ? "Candidate \(item.id)" : item.candidate.label
    return "\(name) · \(item.state == .open ? item.candidate.tier.rawValue : item.state.rawValue)"
  }

  private static func candidate(_ item: Review.Item, _ library: Library) -> DocumentPanel {
    var blocks: [DocumentBlock?] = []
    if item.isReport {
      blocks = [
        .heading(item.candidate.title, level: 0, role: .heading, anchor: nil),
        Fields.text("Authors", item.value(.authors)), Fields.text("Date", item.date),
        Fields.text("Publisher", item.publisher), .gap,
        .prose(.paragraph([Span("Are title, authors and date right?")])),
      ]
    } else if let conflict = item.conflict {
      blocks = [
        .heading(conflict.title, level: 0, role: .heading, anchor: nil), .gap,
        .heading("Yours, which stands", level: 1, role: .heading, anchor: nil),
        .prose(.paragraph([Span(conflict.mine.isEmpty ? "(removed)" : conflict.mine)])), .gap,
        .heading("The newer version's", level: 1, role: .heading, anchor: nil),
        .prose(.paragraph([Span(conflict.theirs.isEmpty ? "(removed)" : conflict.theirs)])),
      ]
    } else {
      let one = item.candidate
      let paragraphs = ReviewDesk.paragraphs(item)
      blocks = [
        one.isGone ? .remark([Span("The newer version no longer has it.")], .caution) : nil,
        .field("Asked of", [Span(one.addressee.isEmpty ? "nobody found" : one.addressee)]),
        Fields.text("Themes", item.value(.themes)),
        Fields.text("Kind", item.kind == .recommendation ? "" : item.kind.rawValue), .gap,
      ]
      blocks += paragraphs.map { .prose(.paragraph([Span($0)])) }
      // A title that only cuts the text short needs no line.
      let start = one.title.hasSuffix(" …") ? String(one.title.dropLast(2)) : one.title
      blocks += [
        .gap, paragraphs.first?.hasPrefix(start) == true ? nil : Fields.text("Title", one.title),
        Fields.text("Place", one.place?.title ?? ""), Fields.text("Found by", one.rule),
      ]
    }
    return DocumentPanel(
      blocks.compactMap(\.self), id: "review \(item.id)", glyphs: library.glyphs)
  }

  private static func passage(
    _ item: Review.Item, _ desk: ReviewDesk, _ library: Library
  ) -> DocumentPanel {
    let parts = desk.passage(of: item, margin: 6)
    if parts.isEmpty {
      let text =
        item.conflict == nil
        ? "The original's text is not beside the folder." : "No place is known for this."
      return DocumentPanel([.remark([Span(text)], .faint)], glyphs: library.glyphs)
    }
    let hasOwn = parts.contains { $0.isOwn }
    let blocks = parts.enumerated().flatMap { index, part -> [DocumentBlock] in
      let block: DocumentBlock =
        part.isOwn || !hasOwn
        ? .prose(.paragraph([Span(part.text)])) : .remark([Span(part.text)], .faint)
      return index == 0 ? [block] : [.gap, block]
    }
    return DocumentPanel(blocks, id: "original \(item.id)", glyphs: library.glyphs)
  }
}
