import Browsing
import Canvas
import Records

/// Documents in paragraphs, their links numbered in brackets.
extension LinearPage {
  /// Adds a document.
  mutating func add(_ blocks: [DocumentBlock], _ library: Library) {
    var isNamed: Bool?
    for block in blocks {
      if case .original(let number, let text, let named) = block {
        if named != isNamed {
          gap()
          say(named ? "The place itself:" : isNamed == nil ? "Before it:" : "After it:")
          isNamed = named
        }
        say("\(number): \(text)")
        continue
      }
      isNamed = nil
      add(block, library)
    }
    trim()
  }

  private mutating func add(_ block: DocumentBlock, _ library: Library) {
    switch block {
    case .heading(let title, let level, _, _):
      gap()
      say(level == 0 ? title : "\(title):")
    case .prose(let block): add(block, library)
    case .message(let spans, _): paragraph("Key message: " + words(spans, library))
    case .field(let label, let spans):
      let text = words(spans, library)
      say(LinearWords.value(label.isEmpty ? text : "\(label): \(text)"))
    case .remark(let spans, let role):
      paragraph((role == .caution ? "Caution: " : "") + words(spans, library))
    case .original: break
    case .gap: gap()
    }
  }

  /// Adds prose of the dossier.
  mutating func add(_ block: Block, _ library: Library) {
    switch block {
    case .paragraph(let spans): paragraph(words(spans, library))
    case .list(let start, let items):
      for (index, item) in items.enumerated() {
        let mark = start.map { "Item \($0 &+ index): " } ?? "- "
        let first = paragraphs.count
        for block in item { add(block, library) }
        if first < paragraphs.count { prefix(mark, at: first) }
        trim()
      }
      gap()
    case .quote(let blocks):
      for block in blocks { add(block, library) }
    case .table(let header, let rows):
      let titles = header.map { words($0, library) }
      for row in rows {
        let cells = row.enumerated().map { column, cell in
          let text = words(cell, library)
          let title = column > 0 && titles.indices.contains(column) ? titles[column] : ""
          return title.isEmpty || text.isEmpty ? text : "\(title) \(text)"
        }.filter { !$0.isEmpty }
        say(cells.joined(separator: "; "))
      }
      gap()
    case .code(let lines):
      for line in lines { say(line) }
      gap()
    }
  }

  /// A paragraph with an empty line after it.
  mutating func paragraph(_ text: String) {
    guard !text.isEmpty else { return }
    say(text)
    gap()
  }

  /// The runs of a paragraph, a number after each link.
  private mutating func words(_ spans: [Span], _ library: Library) -> String {
    var text = ""
    for (index, span) in spans.enumerated() {
      text += span.text
      guard let target = span.target else { continue }
      // A link whose words are set in several ways is one link.
      if index + 1 < spans.count, spans[index + 1].target == target { continue }
      switch target {
      case .record(let reference):
        let title = library.catalogue.title(of: reference)
        text += " [\(link(.destination(.record(reference)), title))]"
      case .address(let address): text += " [\(link(.address(address), address))]"
      }
    }
    return text
  }

  private mutating func prefix(_ mark: String, at index: Int) {
    replace(at: index) { mark + $0 }
  }
}
