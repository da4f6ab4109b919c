import BuiltIn
import Reading
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Charts
@testable import Linear
@testable import Records

/// What linear mode says is fit for the ear: what it is comes first, counts are told, and nothing
/// depends on a picture, on columns or on the dashboard's keys.
struct LinearPageTests {
  private func mode(_ reading: Reading = builtInReading, width: Int = 72) -> LinearMode {
    var mode = LinearMode(
      Library(reading), saved: SavedState(), width: width, charset: .unicode)
    _ = mode.start()
    return mode
  }

  private func answer(_ lines: String..., to mode: inout LinearMode) -> [String] {
    var last: [String] = []
    for line in lines { last = mode.take(line).lines }
    return last
  }

  @Test(arguments: [
    ("overview", "Overview: New Ideas for a New Era"),
    ("2", "Chapter 2: "), ("0", "Chapter 0: Introduction"),
    ("open economics-3", "Recommendation 1.3: "), ("open energy-p1", "Proposal 4.p1: "),
    ("open homicide-rate", "Indicator: Homicides per 100,000 people, Mexico"),
    ("recommendations", "Recommendations: 30"),
    ("filter addressee mexico", "Recommendations: 24, asked of Mexico"),
    ("between", "Links between chapters: 144"),
    ("matrix", "Matrix of recommendations: themes by addressees"),
    ("indicators", "Indicators: 100"), ("timeline", "Timeline: 91"), ("index", "Index: 139"),
    ("bookmarks", "Bookmarks: none"), ("faults", "Faults: none"), ("sources", "Sources: 149."),
    ("search border wait", "Search for 'border wait': 14 found"),
    ("find nafta", "Called 'nafta': 5."),
    ("search zzzz", "Search for 'zzzz': none found"), ("part 2", "Asked of: "),
    ("help", "Help: "), ("links", "Numbers on this page: 6."), ("where", "You are at: Overview: "),
  ])
  func anAnswerBeginsWithWhatItIs(_ line: String, _ head: String) {
    var mode = mode()
    let first = mode.take(line).lines.first ?? ""
    #expect(first.hasPrefix(head), "\(first)")
  }

  @Test func everyRecordIsSaidWithWhatItIs() {
    let library = Library(builtInReading)
    let dossier = builtInReading.dossier
    let references: [Reference] =
      dossier.recommendations.map(\.reference) + dossier.indicators.map(\.reference)
      + dossier.events.map(\.reference) + dossier.entities.map(\.reference)
      + dossier.sources.map(\.reference)
    for reference in references {
      guard let record = library.catalogue[reference], let route = Route(of: reference) else {
        Issue.record("\(reference)")
        continue
      }
      var state = State(size: Size(width: 120, height: 40))
      state.visit = Visit(route)
      let page = LinearPage(state, library)
      let first = page.paragraphs.first ?? ""
      #expect(first == "\(library.catalogue.kind(of: record)): \(record.title)")
      #expect(page.paragraphs.count > 1)
    }
  }

  @Test func aChapterThatIsNotThereIsSaidToBeMissing() {
    var state = State(size: Size(width: 120, height: 40))
    state.visit = Visit(.chapter("gone"))
    let page = LinearPage(state, Library(builtInReading))
    #expect(page.paragraphs == ["Not found", "", "The dossier has no chapter gone."])
  }

  @Test func nothingIsDrawnOrNamesAKey() {
    let library = Library(builtInReading)
    let drawn: Set<Character> = ["≈", "−", "±", "×"]
    let keys = [
      "Press ", "; i lists", "! shows", "! lists", "F shows", "C hides", "b sets", "/ starts",
    ]
    var mode = mode()
    var routes = [
      "overview", "recommendations", "matrix", "indicators", "timeline", "index", "sources",
      "bookmarks", "faults", "search", "help", "help words", "where", "links",
    ]
    for chapter in 0...5 { routes += ["\(chapter)", "part 2", "part 3", "part 4", "overview"] }
    for indicator in builtInReading.dossier.indicators {
      routes += ["open \(indicator.id)", "part 2", "value"]
    }
    for line in routes {
      for text in mode.take(line).lines {
        let isDrawn = text.unicodeScalars.contains { (0x2500...0x28ff).contains($0.value) }
        #expect(!isDrawn, "\(line): \(text)")
        #expect(!keys.contains { text.contains($0) }, "\(line): \(text)")
      }
    }
    // Of what the program says itself no sign is left.
    for indicator in builtInReading.dossier.indicators {
      guard let chart = Chart(indicator: indicator, dossier: builtInReading.dossier) else {
        continue
      }
      for line in LinearPage.values(of: chart)
        + [LinearWords.value(Rows.indicator(indicator, library).words(library))]
      {
        #expect(!line.contains(where: drawn.contains), "\(indicator.id): \(line)")
      }
    }
  }

  @Test func anEmptyDossierIsSaidInWordsOfCommands() {
    var mode = mode(DossierReader.read(MemoryFolder(["index.md": "---\ntitle: Nothing\n---\n"])))
    for line in [
      "overview", "part 2", "part 3", "part 4", "r", "m", "i", "t", "x", "bo", "fa", "so",
    ] {
      let lines = mode.take(line).lines
      #expect(!lines.isEmpty)
      let text = lines.joined(separator: " ")
      #expect(!text.contains("! "), "\(line): \(text)")
      #expect(!text.contains(" i lists"), "\(line): \(text)")
    }
  }

  @Test func aFaultIsSaidWithItsGravity() {
    let folder = MemoryFolder([
      "index.md": "---\nid: rivers\ntitle: Rivers\nnonsense: 1\n---\n",
      "chapters/1-springs.md":
        "---\nid: springs\nnumber: x\ntitle: Springs\n---\n\n## One\n\nText.\n",
    ])
    var mode = mode(DossierReader.read(folder))
    let lines = answer("faults", to: &mode)
    #expect(lines.first?.hasPrefix("Faults: ") == true)
    #expect(lines.contains { $0.contains(" error: ") || $0.contains(" warning: ") }, "\(lines)")
    #expect(answer("overview", to: &mode).contains { $0.contains("'faults' reads ") })
    #expect(!answer("part 4", to: &mode).contains { $0.contains("! lists") })
  }

  @Test func signsBecomeWords() {
    for (text, words) in [
      ("≈ −3%", "about minus 3%"), ("> 5 million", "over 5 million"), ("2010–2012", "2010 to 2012"),
      ("−33% to −17%", "minus 33% to minus 17%"), ("+12%", "plus 12%"), ("a – b", "a – b"),
      ("U.S.–Mexico", "U.S.–Mexico"), ("x > y", "x over y"), ("", ""), ("–", "–"),
      ("−", "minus "), ("1−2", "1−2"), ("≈5", "about 5"),
    ] {
      #expect(LinearWords.value(text) == words)
    }
    #expect(LinearWords.list(["A", "B", "C"]) == "A, B and C")
  }

  @Test func wideLettersFit() {
    let folder = MemoryFolder([
      "index.md": """
      ---
      title: 港口與邊境：一份很長的報告，用來檢查每一行的寬度是否合適
      ---
      """,
      "chapters/1-ferry.md": """
      ---
      title: 渡輪與港口的未來發展以及其他一些很長的標題
      number: 1
      ---

      ## 第一節：渡輪

      \(String(repeating: "渡輪每天往返兩岸，乘客很多。", count: 12))
      """,
    ])
    for width in [20, 33, 72] {
      var mode = mode(DossierReader.read(folder), width: width)
      for line in ["overview", "1", "next", "where", "find 渡輪", "search 渡輪", "開始", "index"] {
        let lines = mode.take(line).lines
        #expect(!lines.isEmpty)
        for text in lines { #expect(text.columns <= width, "\(width): \(text)") }
      }
      #expect(answer("overview", "1", "next", to: &mode).joined().contains("渡輪每天往返兩岸"))
    }
  }

  @Test func choicesThatWereListedAreReturnedTo() {
    var mode = mode()
    let list = answer("find nafta", to: &mode)
    #expect(answer("1", to: &mode).first == "Event: NAFTA takes effect")
    #expect(answer("back", to: &mode) == list)
    #expect(answer("back", to: &mode).first?.hasPrefix("Overview: ") == true)
    let cells = answer("matrix", "1", to: &mode)
    #expect(answer("2", to: &mode).first == "Recommendations: 8, asked of Mexico, about Trade")
    #expect(answer("back", to: &mode) == cells)
    #expect(answer("back", to: &mode).first?.hasPrefix("Matrix ") == true)
  }

  @Test(arguments: [
    ("mroe", "more"), ("serch", "search"), ("bakc", "back"), ("timelin3", "timeline"),
  ])
  func aSlipOfThePenIsAnsweredWithTheWordMeant(_ typed: String, _ meant: String) {
    var mode = mode()
    #expect(
      answer(typed, to: &mode) == ["There is no command '\(typed)'; did you mean '\(meant)'?"])
  }

  @Test func helpKnowsEveryWordOnce() {
    let grouped = LinearCommand.groups.flatMap(\.commands)
    #expect(grouped.count == LinearCommand.allCases.count)
    #expect(Set(grouped).count == grouped.count)
    var mode = mode()
    for command in LinearCommand.allCases {
      #expect(answer("help \(command.rawValue)", to: &mode).first?.hasPrefix(command.title) == true)
    }
    let all = answer("help words", to: &mode).joined(separator: " ")
    for command in LinearCommand.allCases { #expect(all.contains(command.title)) }
  }
}
