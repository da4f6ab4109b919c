import TestSupport
import Testing

@testable import Reading
@testable import Records

@Suite struct FrontMatterFaultTests {
  let path = "recommendations/springs-2.md"

  private func lostOne(_ reading: Reading, at location: SourceLocation = #_sourceLocation) {
    #expect(reading.dossier.recommendations.map(\.id) == ["springs-1"], sourceLocation: location)
  }

  @Test func emptyFile() {
    let reading = readSmall { $0["recommendations/springs-3.md"] = "" }
    reading.expect(.error, "recommendations/springs-3.md", 0, "empty")
    #expect(reading.counts == wholeCounts)
  }

  @Test func noFrontMatter() {
    let reading = readSmall { $0["recommendations/springs-3.md"] = "Text.\n" }
    reading.expect(.error, "recommendations/springs-3.md", 1, 1, "no front matter")
    #expect(reading.counts == wholeCounts)
  }

  @Test func neverClosed() {
    let reading = readSmall {
      $0["recommendations/springs-3.md"] = "---\nid: springs-3\n\nText.\n"
    }
    reading.expect(.error, "recommendations/springs-3.md", 1, 1, "never closed")
    #expect(reading.counts == wholeCounts)
  }

  @Test func tabs() {
    let reading = readSmall {
      replace("  fish: Fish", by: "\tfish: Fish", in: "index.md", of: &$0)
    }
    let first = reading.diagnostics.first { $0.file == "index.md" }
    #expect(first?.severity == .error)
    #expect(first?.line == 10)
    #expect(first?.column == 1)
    #expect(first?.remedy.contains("tabs") == true)
    #expect(reading.dossier.title == "Rivers")
    #expect(reading.counts == wholeCounts)
  }

  @Test func alias() {
    let reading = readSmall {
      replace("title: Protect", by: "title: &a Protect\ndifferences: *a", in: path, of: &$0)
    }
    reading.expect(.error, path, 6, 14, "alias")
    #expect(reading.counts == wholeCounts)
  }

  @Test func deepNesting() {
    let reading = readSmall {
      replace(
        "title: Protect",
        by: "title: Protect\nthemes: " + String(repeating: "[", count: 100_000 / 2),
        in: path, of: &$0)
    }
    #expect(reading.diagnostics.contains { $0.line == 6 && $0.message.contains("nested") })
    #expect(reading.counts == wholeCounts)
  }

  @Test func hugeFrontMatter() {
    let reading = readSmall {
      let lines = (0..<20_000).map { "%TAG !a\($0)! b\n" }.joined()
      replace("id: springs-2", by: "id: springs-2\n" + lines, in: path, of: &$0)
    }
    #expect(reading.diagnostics.contains { $0.file == path && $0.message.contains("64 KiB") })
    #expect(reading.dossier.recommendations.count == 2)
  }

  @Test func missingField() {
    let reading = readSmall { replace("title: Protect\n", by: "", in: path, of: &$0) }
    reading.expect(.error, path, 1, 1, "\"title\" is missing")
    #expect(reading.counts == wholeCounts)
  }

  @Test func unknownField() {
    let reading = readSmall {
      replace("title: Protect", by: "title: Protect\ntheme: [water]", in: path, of: &$0)
    }
    reading.expect(.warning, path, 6, 1, "\"theme\"")
    #expect(reading.diagnostics.first?.remedy == "did you mean themes?")
  }

  @Test func fieldTwice() {
    let reading = readSmall {
      replace("title: Protect", by: "title: Protect\ntitle: Other", in: path, of: &$0)
    }
    reading.expect(.error, path, 6, 1, "appears twice")
    #expect(reading.dossier.recommendations[1].title == "Protect")
  }

  @Test func unknownWord() {
    let reading = readSmall {
      replace("addressee-basis: inferred", by: "addressee-basis: guessed", in: path, of: &$0)
    }
    reading.expect(.error, path, 7, 18, "\"guessed\"")
    #expect(reading.diagnostics.first?.remedy == "use stated, inferred")
    #expect(reading.dossier.recommendations[1].addresseeBasis == .inferred)
  }

  @Test func badNumber() {
    let reading = readSmall { replace("number: 2", by: "number: two", in: path, of: &$0) }
    reading.expect(.error, path, 4, 9, "\"two\"")
    #expect(reading.counts == wholeCounts)
  }

  @Test func badLocator() {
    let reading = readSmall {
      replace(
        "locator: L12 \"measure them\"", by: "locator: line 12", in: "recommendations/springs-1.md",
        of: &$0)
    }
    reading.expect(.error, "recommendations/springs-1.md", 11, 10, "not a locator")
    #expect(reading.counts == wholeCounts)
  }

  @Test func scalarsStayText() {
    let reading = readSmall {
      replace("title: Protect", by: "title: NO", in: path, of: &$0)
      replace("title: Springs", by: "title: 1:30", in: "chapters/1-springs.md", of: &$0)
    }
    #expect(reading.dossier.recommendations[1].title == "NO")
    #expect(reading.dossier.chapters[0].title == "1:30")
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func byteOrderMarkAndReturns() {
    let marked = readSmall { $0[path] = "\u{feff}" + ($0[path] ?? "") }
    marked.expect(.warning, path, 1, 1, "byte order mark")
    #expect(marked.counts == wholeCounts)
    let returns = readSmall {
      $0[path] = ($0[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n")
    }
    returns.expect(.warning, path, 1, 4, "CR LF")
    #expect(returns.counts == wholeCounts)
    #expect(returns.dossier.recommendations[1].title == "Protect")
  }
}
