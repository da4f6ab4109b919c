import TestSupport
import Testing

@testable import Reading
@testable import Records

/// Texts that make a Markdown or YAML parser work for minutes are left out in time.
@Suite struct HangTests {
  static let patterns = [
    "![[]()", "a<!A ", "[", "[a](b", "*a_ ", "**a *a", "`a``b```c", "<?a", "<!--", "&a", "\\[",
    ">", "> ", "- ", "1. ", "[a]: u\n", "# a\n", "a\n-\n", "|", "|a", "|a|\n", "> a\n", "- a\n",
    "*_*_a ", "<a:", "\n", "\t", "  \n", "[^1]: a\n", "[^1]", "~~a", "a\n", "a|\n", "\"", "]",
  ]

  @Test(arguments: patterns)
  func repeated(_ pattern: String) {
    let text = String(repeating: pattern, count: Trials.count(1 << 20) / pattern.utf8.count)
    let start = ContinuousClock.now
    let reading = readSmall {
      replace("Protect the springs.", by: text, in: "recommendations/springs-2.md", of: &$0)
    }
    #expect(start.duration(to: .now) < .seconds(20))
    #expect(reading.dossier.recommendations.count == 2)
    #expect(reading.dossier.chapters.count == 2)
  }

  @Test func wideTableWithShortRows() {
    let text =
      String(repeating: "|a", count: 5000) + "|\n" + String(repeating: "|-", count: 5000) + "|\n"
      + String(repeating: "a\n", count: 10_000)
    let reading = readSmall {
      replace("Protect the springs.", by: text, in: "recommendations/springs-2.md", of: &$0)
    }
    #expect(reading.diagnostics.contains { $0.line == 11 && $0.message.contains("columns") })
    #expect(reading.dossier.recommendations.count == 2)
  }

  @Test func nestingOverManyLines() {
    let text =
      (0..<200).map { String(repeating: " ", count: $0 * 2) + "- a\n" }.joined()
      + String(repeating: "\n", count: 500_000)
    let start = ContinuousClock.now
    let reading = readSmall {
      replace("Protect the springs.", by: text, in: "recommendations/springs-2.md", of: &$0)
    }
    #expect(start.duration(to: .now) < .seconds(20))
    #expect(reading.diagnostics.contains { $0.message.contains("nested too deep") })
  }
}
