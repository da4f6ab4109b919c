import BuiltIn
import Glibc
import TestSupport
import Testing

@testable import Reading
@testable import Records

/// The dossier restates the report in its own words.
///
/// Runs where a copy of the original is named by `DOSSIER_SOURCE`.
@Suite(.enabled(if: getenv("DOSSIER_SOURCE") != nil)) struct OwnWordsTests {
  /// So many words in a row are a copy, names and titles aside.
  static let run = 9

  @Test func noSentenceIsCopied() throws {
    let original = try #require(Files.read(String(cString: getenv("DOSSIER_SOURCE"))))
    let theirs = Set(Self.runs(Self.words(original)))
    #expect(theirs.count > 10_000, "the original could not be read")
    let titles = Self.titles(BuiltInDossier.reading().dossier)
    let root = Files.packageRoot
    var count = 0
    for folder in ["assets", "docs", "Sources"] {
      for path in Files.below("\(root)/\(folder)") {
        let text = try #require(Files.read(path))
        count += 1
        for run in Self.runs(Self.words(Self.prose(text))) where theirs.contains(run) {
          let isTitle = parts(of: run).contains { part in titles.contains { $0.contains(part) } }
          #expect(isTitle, Comment(rawValue: "\(path.dropFirst(root.utf8.count)): \(run)"))
        }
      }
    }
    #expect(count > 50)
  }

  /// The titles that carry over: of the report, its chapters and sections, and of works it cites.
  private static func titles(_ dossier: Dossier) -> [String] {
    var titles = ["\(dossier.title) \(dossier.subtitle)"]
    titles += dossier.chapters.map(\.title)
    titles += dossier.chapters.map { "\($0.title) by \($0.authors.joined(separator: " "))" }
    titles += dossier.chapters.flatMap(\.sections).map(\.title)
    titles += dossier.chapters.flatMap(\.sections).map(\.id)
    titles += dossier.chapters.flatMap(\.notes).map(\.text.plainText)
    titles += dossier.sources.map { "\($0.producer) \($0.title)" }
    titles += dossier.entities.flatMap { [$0.name] + $0.aliases }
    return titles.map { words($0).joined(separator: " ") }
  }

  /// A text as it is read: without the words that locators quote to find their place again, and
  /// links as their words alone, since an address between them would hide a copied sentence.
  private static func prose(_ text: String) -> String {
    text.replacing(/L\d+(-L\d+)?\s+"+[^"\n]*"+/, with: " . ")
      .replacing(/\[([^\[\]]*)\]\([^()\s]*\)/) { $0.output.1 }
  }

  @Test func aLinkHidesNoCopy() {
    let link = "Trade [reached a\n> record](indicator:trade-level) in 2011"
    #expect(Self.words(Self.prose(link)).joined(separator: " ") == "trade reached a record in 2011")
    #expect(Self.prose(#"L3-L4 ""their own words"";ours"#) == " . ;ours")
  }

  /// The six words in a row within a run: a title with a word or two beside it is no copy.
  private func parts(of run: String) -> [String] {
    let words = run.split(separator: " ")
    return (0...words.count - 6).map { words[$0..<$0 + 6].joined(separator: " ") }
  }

  /// Words in lower case; all that is not a letter or a digit parts them.
  private static func words(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }

  private static func runs(_ words: [Substring]) -> [String] {
    guard words.count >= run else { return [] }
    return (0...words.count - run).map { words[$0..<$0 + run].joined(separator: " ") }
  }
}
