import TestSupport
import Testing

@testable import Reading
@testable import Records

/// What a terminal would obey never leaves the reader.
@Suite struct ControlCharacterTests {
  static let hostile = "a\u{1b}[31mb\u{9b}2Jc\u{7}d\u{202e}e\u{7f}f\u{0}g\u{2066}h"

  @Test(arguments: ["title: Protect", "addressee-reason: They own them.", "Protect the springs."])
  func inProse(_ text: String) {
    let reading = readSmall {
      replace(text, by: text + Self.hostile, in: "recommendations/springs-2.md", of: &$0)
    }
    #expect(reading.diagnostics.count == 7)
    #expect(reading.diagnostics.allSatisfy { $0.severity == .warning && $0.line > 1 })
    #expect(reading.diagnostics.first?.message.contains("U+001B") == true)
    #expect(controls(in: reading) == [])
    #expect("\(reading.dossier.recommendations[1])".contains("a␛[31mb"))
    #expect(reading.counts == wholeCounts)
  }

  @Test func inTables() {
    let reading = readSmall {
      replace("It flows.", by: Self.hostile, in: "data/links.csv", of: &$0)
    }
    #expect(reading.diagnostics.map(\.line) == Array(repeating: 2, count: 7))
    #expect(reading.diagnostics.first?.column == 39)
    #expect(reading.dossier.links[0].note.hasPrefix("a␛[31mb\u{fffd}2Jc␇d"))
    #expect(controls(in: reading) == [])
    #expect(reading.counts == wholeCounts)
  }

  @Test func inYAMLEscapes() {
    let reading = readSmall {
      replace(
        "title: Protect", by: #"title: "a\e[31mb\x9b\a\u202E\0\n\tc""#,
        in: "recommendations/springs-2.md", of: &$0)
    }
    #expect(reading.dossier.recommendations[1].title == "a␛[31mb\u{fffd}␇␀  c")
    #expect(controls(in: reading) == [])
    #expect(reading.counts == wholeCounts)
  }

  @Test func inMarkdownEntities() {
    let reading = readSmall {
      replace(
        "Protect the springs.",
        by: "a&#27;[31m&#x9b;b `&#27;` [x&#7;](https://example.org/&#27;[0m) <https://a.b/&#27;>",
        in: "recommendations/springs-2.md", of: &$0)
      replace("## How They Run", by: "## How &#27;c", in: "chapters/1-springs.md", of: &$0)
    }
    #expect("\(reading.dossier.recommendations[1].text)".contains("a␛[31m"))
    #expect(reading.dossier.chapters[0].sections[1].title == "How ␛c")
    #expect(controls(in: reading) == [])
  }

  @Test func inNamesOfColumnsAndFiles() {
    let reading = readSmall {
      replace("from,to", by: "from,\u{1b}[2J,to", in: "data/links.csv", of: &$0)
      $0["recommendations/\u{1b}[2J.md"] = "x"
      $0["data/\u{1b}[2J.csv"] = "x"
    }
    #expect(controls(in: reading) == [])
    #expect(reading.diagnostics.contains { $0.message.contains("␛[2J") })
  }

  @Test func inReferencesAndLocators() {
    let reading = readSmall {
      replace("[indicator:flow]", by: #"["indicator:\e[2J"]"#, in: "index.md", of: &$0)
      replace("L10-L20", by: "\u{1b}[2J", in: "chapters/1-springs.md", of: &$0)
      replace("section:springs#", by: "section:&#27;[2J#", in: "chapters/2-mouths.md", of: &$0)
    }
    #expect(reading.hasErrors)
    #expect(controls(in: reading) == [])
  }
}

/// Every scalar of a reading that a terminal could obey, wherever it stands.
func controls(in reading: Reading) -> [String] {
  var texts: [String] = reading.diagnostics.map(\.description)
  collect(reading.dossier, into: &texts)
  return texts.filter { text in
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0..<0x20, 0x7f..<0xa0, 0x200b, 0x200e...0x200f, 0x2028...0x202e, 0x2060...0x206f,
        0xfeff:
        true
      default: false
      }
    }
  }
}

/// Gathers every text inside a value by reflection, so that no field is forgotten.
private func collect(_ value: Any, into texts: inout [String]) {
  if let text = value as? String {
    texts.append(text)
    return
  }
  for child in Mirror(reflecting: value).children { collect(child.value, into: &texts) }
}
