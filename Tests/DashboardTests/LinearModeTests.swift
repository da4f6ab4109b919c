import BuiltIn
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Linear
@testable import Query
@testable import Records

/// Linear mode answers every line in plain text that fits, and can do what the dashboard can.
struct LinearModeTests {
  private func mode(width: Int = 72, _ charset: Charset = .unicode) -> LinearMode {
    LinearMode(
      Library(BuiltInDossier.reading()), saved: SavedState(), width: width, charset: charset)
  }

  @Test func everyActionHasACommandOrIsDrawing() {
    for binding in DashboardKeys.standard.bindings {
      guard case .drawingOnly(let reason) = binding.action.linear else { continue }
      #expect(!reason.isEmpty)
    }
    // A review has a conversation of its own, 'dossier review', a judgement 'dossier assess'.
    let drawing = DashboardKeys.standard.bindings.filter {
      if $0.scope == .review || [.review, .judge, .takeBack].contains($0.action) {
        return false
      }
      if case .drawingOnly = $0.action.linear { return true }
      return false
    }
    #expect(drawing.count <= 11)
  }

  @Test func everyCommandIsReachedByItsShortestForm() {
    for command in LinearCommand.allCases {
      #expect(LinearCommand(word: command.shortest) == command)
      #expect(LinearCommand(word: command.rawValue.uppercased()) == command)
    }
    #expect(LinearCommand(word: "s") == .search)
    #expect(LinearCommand(word: "b") == .back)
    #expect(LinearCommand(word: "zzz") == nil)
  }

  @Test func chaptersAreCalledByTheirNumbers() {
    var mode = mode()
    _ = mode.start()
    let answer = mode.take("2")
    #expect(answer.lines.first?.hasPrefix("Chapter 2: ") == true)
    #expect(mode.state.visit.route == .chapter("security"))
  }

  @Test func sectionsFollowEachOtherAndBackReturns() {
    var mode = mode()
    _ = mode.start()
    _ = mode.take("1")
    #expect(mode.take("next").lines.first?.hasPrefix("Section 1 of 9, Economics: ") == true)
    #expect(mode.take("n").lines.first?.contains("Section 2 of ") == true)
    #expect(mode.take("back").lines.first?.hasPrefix("Section 1 of 9, Economics: ") == true)
  }

  @Test func aFilterShortensTheList() {
    var mode = mode()
    _ = mode.start()
    let all = mode.take("recommendations").lines.count
    let answer = mode.take("filter addressee mexico")
    #expect(answer.lines.first == "Recommendations: 24, asked of Mexico")
    #expect(answer.lines.count < all)
    #expect(mode.state.visit.query.addressees == ["mexico"])
    #expect(mode.take("all").lines.count == all)
  }

  @Test func aBookmarkIsKeptAndACitationIsSaid() {
    var mode = mode()
    _ = mode.start()
    _ = mode.take("open economics-3")
    let marked = mode.take("mark")
    #expect(
      marked.effects.contains {
        if case .save(let saved) = $0 {
          saved.bookmarks == [Reference(.recommendation, "economics-3")]
        } else {
          false
        }
      })
    #expect(mode.take("cite").lines.joined(separator: " ").contains("New Ideas for a New Era"))
    #expect(mode.take("quit").effects.contains(.quit))
  }

  @Test func aFilterOfNothingLeavesThePageAndItsNumbers() throws {
    var mode = mode()
    _ = mode.start()
    _ = mode.take("matrix")
    let place = mode.take("where").lines
    #expect(mode.take("filter nothing of the kind").lines.first?.hasPrefix("There is no ") == true)
    #expect(mode.take("where").lines == place)
    #expect(mode.take("1").lines.first?.contains("by who is asked") == true)
    #expect(mode.take("filter theme trade").lines.isEmpty == false)
    #expect(mode.take("where").lines != place)
  }

  @Test func longAnswersWaitWhereThereAreLines() {
    var mode = mode()
    mode.height = 10
    _ = mode.start()
    let first = mode.take("index")
    #expect(first.lines.count == 10)
    #expect(mode.prompt.hasSuffix(" more lines> "))
    #expect(mode.take("").lines.count == 10)
    #expect(mode.take("overview").lines.first?.hasPrefix("Overview") == true)
  }

  @Test(arguments: [Charset.unicode, .ascii])
  func randomLinesAreAnsweredInPlainTextThatFits(_ charset: Charset) {
    let seed = Trials.seed(1)
    var random = SeededRandom(seed)
    var mode = mode(width: 40, charset)
    _ = mode.start()
    let words =
      LinearCommand.allCases.filter { $0 != .quit }.map(\.rawValue)
      + [
        "\u{1b}[2J", "日本語", "é", "", "  ", "-1", "99999999999999999999", "/mexico",
        "filter theme trade",
      ]
    for _ in 0..<Trials.count(400) {
      var line = words[random.int(0...words.count - 1)]
      if random.int(0...2) == 0 { line = "\(random.int(0...11))" }
      if random.int(0...3) == 0 { line += " \(random.int(0...4))" }
      if random.int(0...5) == 0 { line += " \(words[random.int(0...words.count - 1)])" }
      let answer = mode.take(line)
      #expect(!answer.lines.isEmpty, "seed \(seed): \(line)")
      for text in answer.lines {
        #expect(text.columns <= 40, "seed \(seed): \(line): \(text)")
        #expect(
          !text.unicodeScalars.contains { $0.properties.generalCategory == .control },
          "seed \(seed): \(line)")
        if charset == .ascii { #expect(text.utf8.allSatisfy { $0 < 0x7f }, "seed \(seed)") }
      }
    }
  }
}
