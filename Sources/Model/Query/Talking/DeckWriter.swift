import Reading
package import Records
import Text

/// Writes a deck as Markdown that is read back as the same deck.
///
/// Steps that go back are written at the step before them, and an empty slide is not read back;
/// decks that were read or made have neither.
package struct DeckWriter {
  private var parts: [String] = []
  private var step = 0
  private var notes: ArraySlice<SpeakerNote> = []

  /// The whole file: front matter and slides.
  package static func markdown(of deck: Deck) -> String {
    var front = ["---", "title: \(quoted(deck.title))"]
    if let minutes = deck.minutes { front.append("minutes: \(Minutes.text(minutes))") }
    let must = deck.slides.filter(\.isMust).map(\.id)
    if !must.isEmpty { front.append("must-show:") }
    front += must.map { "  - \($0)" } + ["---"]
    let slides = deck.slides.map { markdown(of: $0) }
    return front.joined(separator: "\n") + "\n\n" + slides.joined(separator: "\n\n---\n\n") + "\n"
  }

  /// A slide's content as Markdown, without its heading; with its steps and notes if asked.
  package static func text(of slide: Slide, hasNotes: Bool) -> String {
    var writer = DeckWriter()
    writer.notes = hasNotes ? slide.notes[...] : []
    writer.write(slide.elements)
    writer.finish()
    return writer.parts.joined(separator: "\n\n")
  }

  /// A slide as Markdown, alone.
  package static func markdown(ofSlide slide: Slide) -> String { markdown(of: slide) }

  private static func markdown(of slide: Slide) -> String {
    var head: [String] = []
    if !slide.heading.isEmpty {
      var heading = ProseText.markdown(slide.heading)
      // Number signs at the end would count as part of the heading's marks.
      if heading.hasSuffix("#") { heading = heading.dropLast() + "\\#" }
      head.append((slide.isTitle ? "# " : "## ") + heading)
    }
    if let minutes = slide.minutes { head.append("<!-- minutes: \(Minutes.text(minutes)) -->") }
    let text = text(of: slide, hasNotes: true)
    return [head.joined(separator: "\n"), text].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// A text as YAML that is read back unchanged, whatever it contains.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result + "\""
  }

  private mutating func write(_ elements: [SlideElement]) {
    // Blocks of one step are written together, so that adjacent lists stay separate.
    var blocks: [Block] = []
    for element in elements {
      if element.step > step {
        flush(&blocks)
        advance(to: element.step)
      }
      switch element.content {
      case .block(let block): blocks.append(block)
      case .inclusion(let inclusion):
        flush(&blocks)
        var text = ""
        if case .picture(let picture) = inclusion { text = ProseText.escaped(picture.text) }
        parts.append("![\(text)](\(inclusion))")
      case .columns(let columns):
        flush(&blocks)
        parts.append("<!-- columns -->")
        for (number, column) in columns.enumerated() {
          if number > 0 { parts.append("<!-- next column -->") }
          write(column)
        }
        parts.append("<!-- end columns -->")
      }
    }
    flush(&blocks)
  }

  private mutating func flush(_ blocks: inout [Block]) {
    if !blocks.isEmpty { parts.append(ProseText.markdown(blocks)) }
    blocks = []
  }

  /// Writes the notes that are due and the pauses up to a step.
  private mutating func advance(to target: Int) {
    while step < target {
      writeNotes()
      parts.append("<!-- pause -->")
      step += 1
    }
  }

  private mutating func finish() {
    while let note = notes.first {
      advance(to: note.step)
      writeNotes()
    }
  }

  private mutating func writeNotes() {
    while let note = notes.first, note.step <= step {
      notes.removeFirst()
      // A note cannot contain the end of a comment: what follows it would be on the slide.
      let text = Self.harmless(ProseText.markdown(note.text))
      parts.append(text.contains("\n") ? "<!-- note:\n\(text)\n-->" : "<!-- note: \(text) -->")
    }
  }

  private static func harmless(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == ">", result.hasSuffix("--") { result.append(" ") }
      result.append(character)
    }
    return result
  }
}

extension Deck {
  /// The SHA-256 of the deck's Markdown in lower-case hexadecimal.
  ///
  /// It is the same for decks with the same content, wherever their files are.
  package var digest: String {
    SHA256.hexadecimal(Array("\(id)\n\(DeckWriter.markdown(of: self))".utf8))
  }
}
