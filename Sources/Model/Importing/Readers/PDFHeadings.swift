/// Which paragraphs of a PDF are headings and of which level: by its bookmarks, then by numbers,
/// then by fonts.
struct PDFHeadings {
  /// The level of each paragraph; nil for running text.
  private(set) var levels: [Int?]
  /// The title of the report: the largest words of its first pages; empty if none stand out.
  private(set) var title = ""

  private struct Style: Hashable {
    var size: Int
    var isStrong: Bool
  }

  private let paragraphs: [PDFReader.Paragraph]
  private let body: Int
  private let isBodyStrong: Bool

  /// Decides for the paragraphs of a report.
  init(
    _ paragraphs: [PDFReader.Paragraph], bookmarks: [PDFBookmark], body: Int, isBodyStrong: Bool
  ) {
    self.paragraphs = paragraphs
    self.body = body
    self.isBodyStrong = isBodyStrong
    levels = paragraphs.map { _ in nil }
    let titles = findTitle()
    title = titles.map { Self.text(paragraphs[$0]) }.joined(separator: " ")
    let candidates = paragraphs.indices.filter {
      isCandidate(paragraphs[$0]) && !titles.contains($0)
    }
    let styles = ranked(candidates)
    for index in candidates {
      if let rank = styles[style(paragraphs[index])] { levels[index] = rank }
    }
    useNumbers(candidates)
    useBookmarks(bookmarks)
  }

  private static func text(_ paragraph: PDFReader.Paragraph) -> String {
    paragraph.lines.map(\.plain).joined(separator: " ")
  }

  private func style(_ paragraph: PDFReader.Paragraph) -> Style {
    Style(size: paragraph.size, isStrong: paragraph.isStrong)
  }

  /// The paragraphs of the title: those of the largest font on the first two pages.
  private func findTitle() -> [Int] {
    let first = paragraphs.indices.prefix { paragraphs[$0].lines[0].page < 2 }
    guard let largest = first.map({ paragraphs[$0].size }).max(), largest * 10 >= body * 12,
      let start = first.first(where: { paragraphs[$0].size == largest && hasWords(paragraphs[$0]) })
    else { return [] }
    // A size that many headings have is not that of the title, unless it comes first.
    return Array(
      first[start...].prefix {
        paragraphs[$0].size == largest && hasWords(paragraphs[$0])
          && paragraphs[$0].lines[0].page == paragraphs[start].lines[0].page
      }.prefix(3))
  }

  private func hasWords(_ paragraph: PDFReader.Paragraph) -> Bool {
    paragraph.lines.contains { $0.text.count(where: \.isLetter) > 2 }
  }

  private func isCandidate(_ paragraph: PDFReader.Paragraph) -> Bool {
    let text = Self.text(paragraph)
    guard paragraph.lines.count <= 4, text.count <= 220, paragraph.lines[0].cells.isEmpty,
      hasWords(paragraph)
    else { return false }
    let isLarge = paragraph.size * 100 >= body * 109
    let stands = paragraph.isStrong && !isBodyStrong && paragraph.size * 100 >= body * 95
    guard isLarge || stands, let last = text.last else { return false }
    if ",;".contains(last) || ".:".contains(last) && !isLarge { return false }
    if let marker = ListMarker(text), marker.label.isEmpty { return false }
    return !Self.isCaption(text)
  }

  /// Whether a text names a figure, a table or a box.
  private static func isCaption(_ text: String) -> Bool {
    let words = Phrases.bare(text).split(separator: " ")
    guard let first = words.first, words.count > 1 else { return false }
    let names: Set<Substring> = [
      "figure", "fig", "table", "chart", "box", "map", "exhibit", "photo", "source", "note",
      "figura", "tabla", "cuadro", "grafico", "grafica", "mapa", "recuadro", "fuente", "nota",
    ]
    return names.contains(first) && words[1].first?.isNumber == true
      || ["source", "fuente", "note", "nota"].contains(first)
  }

  /// The level of each style: the larger, then the bolder, is the higher.
  private func ranked(_ candidates: [Int]) -> [Style: Int] {
    var counts: [Style: Int] = [:]
    for index in candidates { counts[style(paragraphs[index]), default: 0] += 1 }
    // Bold lines all over the text mark words, not headings.
    let limit = max(6, paragraphs.count / 3)
    let styles = counts.filter { $0.value <= limit || $0.key.size * 100 >= body * 109 }.keys
      .sorted { ($0.size, $0.isStrong ? 1 : 0) > ($1.size, $1.isStrong ? 1 : 0) }
    var result: [Style: Int] = [:]
    var level = 0
    var last: Style?
    for style in styles {
      // Sizes that hardly differ are one.
      let isSame = last.map { $0.isStrong == style.isStrong && $0.size - style.size <= 1 } ?? false
      if !isSame { level += 1 }
      result[style] = min(level, 6)
      last = style
    }
    return result
  }

  /// Lets numbers decide where they go deep: `2.1` is below `2`.
  private mutating func useNumbers(_ candidates: [Int]) {
    let numbered = candidates.filter { index in
      levels[index] != nil && (ListMarker(Self.text(paragraphs[index]))?.isNumber ?? false)
    }
    let depths = numbered.map { ListMarker(Self.text(paragraphs[$0]))?.depth ?? 1 }
    guard numbered.count >= 4, Set(depths).count > 1 else { return }
    let tops = zip(numbered, depths).filter { $0.1 == 1 }.compactMap { levels[$0.0] }
    guard let top = tops.min() else { return }
    for (index, depth) in zip(numbered, depths) { levels[index] = min(top + depth - 1, 6) }
  }

  /// Lets bookmarks decide where they name what is printed.
  private mutating func useBookmarks(_ bookmarks: [PDFBookmark]) {
    guard bookmarks.count >= 3 else { return }
    var found: [Int: Int] = [:]
    var start = 0
    for bookmark in bookmarks {
      let wanted = Phrases.bare(bookmark.title)
      guard !wanted.isEmpty else { continue }
      let range = paragraphs.indices[start...].prefix {
        paragraphs[$0].lines[0].page <= bookmark.page
      }
      let match = range.first { index in
        paragraphs[index].lines[0].page >= bookmark.page - 2 && paragraphs[index].lines.count <= 5
          && Self.matches(Phrases.bare(Self.text(paragraphs[index])), wanted)
      }
      if let match {
        found[match] = bookmark.depth
        start = match + 1
      }
    }
    guard found.count * 2 >= bookmarks.count else { return }
    // Styles that bookmarks name only for some headings have the level of those.
    var byStyle: [Style: Int] = [:]
    for (index, depth) in found {
      byStyle[style(paragraphs[index])] = max(byStyle[style(paragraphs[index])] ?? 0, depth)
    }
    let deepest = found.values.max() ?? 1
    let least = byStyle.keys.map(\.size).min() ?? body
    for index in paragraphs.indices where levels[index] != nil || found[index] != nil {
      if let depth = found[index] {
        levels[index] = min(depth, 6)
      } else if let depth = byStyle[style(paragraphs[index])] {
        levels[index] = min(depth, 6)
      } else if paragraphs[index].size <= least {
        levels[index] = min(deepest + 1, 6)
      } else {
        levels[index] = nil
      }
    }
  }

  private static func matches(_ text: String, _ wanted: String) -> Bool {
    text == wanted || text.hasSuffix(" " + wanted) && text.count <= wanted.count + 12
      || wanted.hasSuffix(" " + text) && wanted.count <= text.count + 12
  }
}
