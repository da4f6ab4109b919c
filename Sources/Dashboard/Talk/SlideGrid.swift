import Browsing
import Canvas
import Records

/// All slides of a deck as a grid, or those that contain some words.
enum SlideGrid {
  /// The cells that a slide takes in the grid.
  private static func cell(_ size: Size) -> Size {
    let width = size.width / max(1, columns(size))
    return Size(
      width: width, height: hasPictures(size) ? width * 3 / 10 : size.height < 20 ? 4 : 6)
  }

  /// Whether there is room for small pictures of the slides.
  private static func hasPictures(_ size: Size) -> Bool { size.width >= 100 && size.height >= 30 }

  /// The slides beside each other.
  static func columns(_ size: Size) -> Int {
    max(1, min(8, size.width / (hasPictures(size) ? 40 : 24)))
  }

  /// The rows of slides that are shown at once.
  package static func rows(_ size: Size) -> Int { max(1, (size.height - 2) / cell(size).height) }

  /// The slides that contain every word, in heading, text, records or notes.
  static func matches(_ words: String, _ stage: Stage) -> [Int] {
    let wanted = folded(words).split(separator: " ")
    return stage.deck.slides.indices.filter { index in
      guard !wanted.isEmpty else { return true }
      let text = stage.searchTexts[index]
      return wanted.allSatisfy { text.contains($0) }
    }
  }

  /// A text without case and accents.
  static func folded(_ text: String) -> String { Charset.ascii.text(for: text).lowercased() }

  /// Draws the grid over everything.
  package static func draw(
    _ talk: Talk, _ stage: Stage, _ line: LineEditor, isTyping: Bool, selection: Int,
    on canvas: inout Canvas
  ) {
    let size = canvas.size
    canvas.fill(canvas.bounds)
    guard size.width > 8, size.height > 3 else { return }
    let matches = matches(line.text, stage)
    drawTop(matches.count, talk, stage, line, isTyping, on: &canvas)
    let cell = cell(size)
    let columns = columns(size)
    let rows = rows(size)
    let selected = max(0, min(selection, matches.count - 1))
    let top = max(0, selected / columns - rows + 1)
    if matches.isEmpty {
      canvas.put("No slide has these words.", at: 1, 2, .faint, limit: size.width - 2)
    }
    for (index, slide) in matches.enumerated().dropFirst(top * columns).prefix(rows * columns) {
      let place = index - top * columns
      let frame = Rect(
        x: place % columns * cell.width, y: 1 + place / columns * cell.height, width: cell.width,
        height: cell.height)
      draw(slide, talk, stage, isSelected: index == selected, on: &canvas, in: frame)
    }
    let key = stage.library.preferences.talkKeys.keyName(for: .search)
    let finds = isTyping || key.isEmpty ? "" : "\(key) finds   "
    let hint = "Enter shows it   \(finds)Esc closes"
    canvas.put(TextLayout.truncate(hint, to: size.width - 2), at: 1, size.height - 1, .faint)
  }

  private static func drawTop(
    _ count: Int, _ talk: Talk, _ stage: Stage, _ line: LineEditor, _ isTyping: Bool,
    on canvas: inout Canvas
  ) {
    let all = stage.deck.slides.count
    let out = all - talk.slides(stage).count
    let found =
      (line.isEmpty ? "\(all) slides" : "\(count) of \(all) slides")
      + (out > 0 ? ", \(out) left out" : "")
    let right = canvas.size.width - 1 - found.columns
    canvas.put(found, at: right, 0, .faint)
    if isTyping || !line.isEmpty {
      canvas.put("/", at: 1, 0, Style(.key, .bold))
      InputView.draw(line, at: 2, 0, width: max(2, right - 3), on: &canvas)
      if !isTyping { canvas.cursor = nil }
    } else {
      canvas.put(TextLayout.truncate(stage.deck.title, to: max(0, right - 2)), at: 1, 0, .heading)
    }
  }

  private static func draw(
    _ slide: Int, _ talk: Talk, _ stage: Stage, isSelected: Bool, on canvas: inout Canvas,
    in frame: Rect
  ) {
    let item = stage.deck.slides[slide]
    let glyphs = stage.library.glyphs
    let accent = stage.accent(.slide(slide))
    let isCurrent = slide == talk.shown.slide
    // Counted as in the footer, and as the numbers that lead there.
    let number = talk.slides(stage).firstIndex(of: slide).map { "\($0 + 1)" }
    let title = (number ?? "left out") + (isCurrent ? " now" : "")
    let inside = BriefingFrame.draw(
      frame, title, accent: number == nil ? .faint : accent, isStrong: isSelected, glyphs,
      on: &canvas)
    if hasPictures(canvas.size) {
      let layout = stage.layout(.slide(slide), inside.size)
      SlideView.draw(
        layout, step: item.steps, screen: 0, footer: nil, glyphs: glyphs, on: &canvas, in: inside)
      if item.isMust {
        canvas.put(" must ", at: frame.x + 2, frame.bottom - 1, Style(accent, .bold))
      }
      return mark(isSelected, glyphs, on: &canvas, in: inside)
    }
    let parts = [item.isMust ? "must" : "", item.steps > 1 ? "\(item.steps) steps" : ""]
    let remark = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    let rows = max(1, inside.height - (remark.isEmpty || inside.height < 3 ? 0 : 1))
    let heading = item.heading.isEmpty ? stage.firstWords(slide) : item.heading.plainText
    let lines = TextLayout.wrap(heading, to: max(1, inside.width))
    for (row, text) in lines.prefix(rows).enumerated() {
      let isLast = row == rows - 1 && lines.count > rows
      canvas.put(
        isLast ? TextLayout.truncate(text + " …", to: inside.width) : text, at: inside.x,
        inside.y + row, number == nil ? .faint : item.isTitle ? .heading : .text,
        limit: inside.width)
    }
    if rows < inside.height {
      canvas.put(remark, at: inside.x, inside.bottom - 1, .faint, limit: inside.width)
    }
    mark(isSelected, glyphs, on: &canvas, in: inside)
  }

  private static func mark(
    _ isSelected: Bool, _ glyphs: Glyphs, on canvas: inout Canvas, in inside: Rect
  ) {
    if isSelected {
      canvas.set(inside.x - 1, inside.y, glyphs.marker, Style(.heading, .bold))
      if canvas.cursor == nil { canvas.cursor = Point(x: inside.x, y: inside.y) }
    }
  }
}

extension Stage {
  /// Everything that a slide says or shows, without case and accents, for finding it.
  static func searchText(_ slide: Slide, _ library: Library) -> String {
    var texts = [slide.heading.plainText]
    texts += SlideText.paragraphs(slide.elements, library)
    texts += slide.notes.flatMap { $0.text.flatMap(\.paragraphs).map(\.plainText) }
    return SlideGrid.folded(texts.joined(separator: " "))
  }

  /// The first words of a slide without a heading.
  func firstWords(_ slide: Int) -> String {
    SlideText.paragraphs(deck.slides[clamped(slide)].elements, library).first ?? "(empty)"
  }
}
