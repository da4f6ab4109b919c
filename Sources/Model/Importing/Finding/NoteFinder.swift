import Text

/// Finds the notes of a report among its paragraphs, and their marks in its text.
struct NoteFinder {
  private var blocks: [SourceBlock]

  /// The blocks with notes and marks found.
  static func find(_ blocks: [SourceBlock]) -> [SourceBlock] {
    var finder = NoteFinder(blocks: blocks)
    finder.findLists()
    if !finder.hasNotes { finder.findBetweenParagraphs() }
    finder.findMarks()
    return finder.blocks
  }

  private var hasNotes: Bool { blocks.contains { Self.number($0) != nil } }

  private static func number(_ block: SourceBlock) -> Int? {
    if case .note(let number) = block.kind { number } else { nil }
  }

  /// Notes under a heading that says so.
  private mutating func findLists() {
    var level: Int?
    var isList = false
    for index in blocks.indices {
      if let own = blocks[index].level {
        if Phrases.isNotes(blocks[index].text) {
          level = own
          isList = true
        } else if let open = level, own <= open, Phrases.isAnnex(blocks[index].text) || own < open {
          isList = false
          level = nil
        }
        continue
      }
      // In plain text, the word alone may be the heading.
      if blocks[index].kind == .paragraph, Phrases.isNotes(blocks[index].text) { isList = true }
      guard isList, blocks[index].isProse else { continue }
      if let item = blocks[index].item, let marker = ListMarker(item.marker + " x"),
        let number = Int(marker.label)
      {
        blocks[index].kind = .note(number: number)
      } else if let found = Self.leadingNumber(blocks[index].text) {
        blocks[index].kind = .note(number: found.number)
        blocks[index].text = found.rest
      }
    }
  }

  /// Notes of pages that a converter left between the paragraphs: `1 Text`, `2 Text`, in order.
  private mutating func findBetweenParagraphs() {
    var found: [(index: Int, number: Int, rest: String)] = []
    for index in blocks.indices where blocks[index].kind == .paragraph {
      guard let note = Self.leadingNumber(blocks[index].text),
        note.number == (found.last?.number ?? 0) + 1, !blocks[index].text.hasSuffix(":")
      else { continue }
      found.append((index, note.number, note.rest))
    }
    guard found.count >= 3 else { return }
    for note in found {
      blocks[note.index].kind = .note(number: note.number)
      blocks[note.index].text = note.rest
    }
  }

  /// The number that a text starts with, if a sentence follows it.
  private static func leadingNumber(_ text: String) -> (number: Int, rest: String)? {
    var digits = text.prefix { $0.isNumber }
    var rest = text.dropFirst(digits.count)
    if digits.isEmpty, text.hasPrefix("[^"), let close = text.firstIndex(of: "]") {
      digits = text[text.index(text.startIndex, offsetBy: 2)..<close]
      rest = text[close...].dropFirst()
    }
    if rest.first == "." { rest = rest.dropFirst() }
    guard Markup.isNoteNumber(digits), let number = Int(digits), rest.first == " ",
      let first = rest.dropFirst().first,
      first.isUppercase || first.isNumber || "\"“(".contains(first)
    else { return nil }
    return (number, rest.trimmed)
  }

  // MARK: Marks

  /// Numbers that stand directly behind a word or a sign and count up like the notes.
  private mutating func findMarks() {
    let notes = Set(blocks.compactMap(Self.number))
    guard !notes.isEmpty, !blocks.contains(where: { $0.isProse && $0.text.contains("[^") }) else {
      return
    }
    var last = 0
    for index in blocks.indices where blocks[index].isProse {
      blocks[index].text = Self.marked(blocks[index].text, notes, &last)
    }
  }

  private static func marked(_ text: String, _ notes: Set<Int>, _ last: inout Int) -> String {
    var result = ""
    var digits = ""
    var before: Character = " "
    for character in text + " " {
      if character.isASCII, character.isNumber {
        if digits.isEmpty { before = result.last ?? " " }
        digits.append(character)
        continue
      }
      if !digits.isEmpty {
        let number = Int(digits) ?? 0
        let isBehind = before.isLetter || ".,;:)]\"”’".contains(before)
        let ends = character == " " || ".,;:)".contains(character)
        // A decimal has a digit before its point.
        let isDecimal = ".,".contains(before) && result.dropLast().last?.isNumber == true
        if isBehind, ends, !isDecimal, notes.contains(number), number > last, number <= last + 3 {
          result += "[^\(number)]"
          last = number
        } else {
          result += digits
        }
        digits = ""
      }
      result.append(character)
    }
    return String(result.dropLast())
  }
}
