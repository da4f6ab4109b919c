import TestSupport
import Testing

@testable import Model

/// Front matter that is read without libyaml is what libyaml would read.
@Suite struct PlainYAMLTests {
  private static let keys = ["id", "title", "addressee-basis", "themes", "number", "at-a-glance"]
  private static let pieces = [
    "a", "Z", "7", " ", "  ", ":", ": ", "#", " #", "-", "- ", "?", "\"", "'", "\\", "\\\"", "\\n",
    "[", "]", "{", "}", ",", ", ", "&", "*", "!", "|", ">", "%", "@", "`", "é", "—", "“", "€", "😀",
    "\u{85}", "\u{a0}", "\u{2028}", "\u{feff}", "\t", "\n", "\n  ", "rec:water-1",
    "section:b#part", "L1-L2", "words and more words", "true", "null", "1.5",
  ]

  private static func value(_ random: inout SeededRandom) -> String {
    let words = (0..<random.int(0...5)).map { _ in pieces[random.int(0...pieces.count - 1)] }
    switch random.int(0...5) {
    case 0: return "\"\(words.joined())\""
    case 1: return "[\(words.joined(separator: ", "))]"
    case 2:
      return
        "[\(["a-1", "rec:b-2", "section:c#d"].prefix(random.int(0...3)).joined(separator: ", "))]"
    case 3: return "Some words\(words.joined())"
    case 4: return "\"Some \\\"words\\\", \(words.joined(separator: " "))\""
    default: return words.joined()
    }
  }

  private static func text(_ random: inout SeededRandom) -> String {
    (0..<random.int(1...6)).map { _ in
      "\(keys[random.int(0...keys.count - 1)]): \(value(&random))\n"
    }.joined()
  }

  @Test(arguments: Trials.seeds(4))
  func randomFrontMatter(seed: UInt64) {
    var random = SeededRandom(seed)
    var plain = 0
    for _ in 0..<20_000 {
      let text = Self.text(&random)
      let bytes = Array(text.utf8)
      bytes.withUnsafeBufferPointer { bytes in
        guard let pairs = PlainYAML.pairs(bytes, firstLine: 2) else { return }
        plain += 1
        var log = DiagnosticLog()
        let root = YAMLNode.parseAll(bytes, file: "a.md", firstLine: 2, log: &log)
        let node = YAMLNode(content: .mapping(pairs), line: 2, column: 1)
        #expect("\(root)" == "\(node)", "\(text.debugDescription)")
        #expect(log.diagnostics.isEmpty, "\(text.debugDescription)")
      }
    }
    // Otherwise nothing was compared.
    #expect(plain > 2000)
  }

  /// The recommendations of the built-in dossier are of this kind.
  @Test func ordinaryFrontMatter() {
    let text = """
      id: water-1
      title: Dig a well — and “another”
      addressees: [town, county]
      related: []
      locator: L1-L2 "dig"
      differences: "It says \\"well\\", not \\\\ pump."

      """
    Array(text.dropLast().utf8).withUnsafeBufferPointer { bytes in
      let pairs = PlainYAML.pairs(bytes, firstLine: 2)
      #expect(pairs == nil, "the last line has no line feed")
    }
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let pairs = PlainYAML.pairs(bytes, firstLine: 2) ?? []
      #expect(pairs.map(\.key).count == 6)
      #expect(pairs.last?.value.text == "It says \"well\", not \\ pump.")
    }
  }
}
