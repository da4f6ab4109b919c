import Testing

@testable import Browsing
@testable import Canvas
@testable import Records
@testable import Talk

/// A briefing as text that only grows: everything is told once.
@Suite struct FollowerTextTests {
  /// A presenter, and a follower who is told what it shows.
  private struct Pair {
    var presenter = TalkDriver()
    var follower = TalkDriver(seat: .follower)
    var text = FollowerText()

    mutating func press(_ keys: String) -> [String] {
      presenter.press(keys)
      return tell()
    }

    mutating func tell(isWaiting: Bool = false) -> [String] {
      var shown = presenter.talk.shown
      shown.isWaiting = isWaiting
      follower.send(.text(SlideText.paragraphs(presenter.talk, presenter.stage)))
      follower.send(.received(shown, nil))
      return text.block(follower.talk, follower.stage)
    }
  }

  private static let short = deck("Only one", .paragraph([Span("Nothing more.")]))

  private static func deck(_ heading: String, _ block: Block) -> Deck {
    Deck(
      id: "other", title: heading,
      slides: [
        Slide(id: "one", heading: [Span(heading)], elements: [SlideElement(.block(block))])
      ])
  }

  @Test func aSlideIsReportedOnceAndAStepOnlyWithWhatItAdds() {
    var pair = Pair()
    #expect(
      pair.text.block(pair.follower.talk, pair.follower.stage) == ["Waiting for the presenter."])
    #expect(pair.tell().first == "[1 / 10] New Ideas for a New Era")
    #expect(pair.tell().isEmpty)
    #expect(
      pair.press("Space") == [
        "[2 / 10] Three points to take away", "The two economies build things together.",
      ])
    #expect(
      pair.press("Space") == [
        "[2 / 10, step 2]", "Security is a shared task and has to stay one.",
      ])
    #expect(pair.press("Backspace") == ["[2 / 10]"])
    #expect(pair.press("b") == ["The presenter has blanked the screen."])
    #expect(pair.tell().isEmpty)
    #expect(pair.press("b") == ["[2 / 10] Three points to take away"])
    #expect(pair.tell(isWaiting: true) == ["Waiting for the presenter."])
    #expect(pair.tell() == ["[2 / 10] Three points to take away"])
    pair.follower.send(.connection(false))
    #expect(pair.tell() == ["The line to the briefing is down; trying again."])
  }

  @Test func anAnswerIsReportedAndThenWhereTheTalkIsAgain() {
    var pair = Pair()
    _ = pair.press("Space")
    let answer = pair.press(": e c o n o m i c s - 3 Enter")
    #expect(answer.first?.hasPrefix("[answer, 2 / 10] ") == true && answer.count > 2)
    #expect(pair.press("Esc") == ["[2 / 10] Three points to take away"])
  }

  @Test func ofAChartThatIsReadOnlyTheValueIsReported() {
    var pair = Pair()
    let slide = pair.press("3 Enter")
    #expect(slide.count > 2)
    let first = pair.press("d")
    #expect(first.count == 2 && first[0] == "[3 / 10]" && first[1].contains(": "), "\(first)")
    let second = pair.press("h")
    #expect(second.count == 2 && second != first)
    #expect(pair.press("Esc").isEmpty)
  }

  @Test func oneWithAnotherDeckIsToldThePresentersText() {
    var pair = Pair()
    pair.follower = TalkDriver(BriefingDecks.torture, seat: .follower)
    #expect(
      pair.tell().prefix(2) == [
        "You do not have the presenter's deck; this is the slide as text.",
        "[1] New Ideas for a New Era",
      ])
    #expect(pair.press("Space").first == "[2] Three points to take away")
    #expect(pair.press("Space").first == "[2, step 2]")
  }

  @Test func thePresentersNumberStaysWhereOnesOwnDeckIsShorter() {
    var pair = Pair()
    pair.follower = TalkDriver(Self.short, seat: .follower)
    _ = pair.tell()
    #expect(pair.press("9 Enter").first?.hasPrefix("[9] ") == true)
    #expect(pair.press("1 0 Enter").first?.hasPrefix("[10] ") == true)
  }

  @Test func theValueThatIsReadReachesOneWithoutTheDeck() {
    var pair = Pair()
    pair.follower = TalkDriver(Self.short, seat: .follower)
    _ = pair.tell()
    _ = pair.press("3 Enter")
    let first = pair.press("d")
    #expect(first.count == 2 && first[0] == "[3]" && first[1].contains(": "), "\(first)")
    let canvas = FollowerView.draw(pair.follower.talk, pair.follower.stage)
    let rows = (0..<canvas.size.height).map { canvas.rowText($0) }
    #expect(rows.contains { $0.contains(first[1].prefix(20)) })
    #expect(pair.press("Esc").isEmpty)
  }

  @Test func theRowsOfATableNameTheirColumns() {
    func cells(_ words: String...) -> [[Span]] { words.map { [Span($0)] } }
    let presenter = TalkDriver(
      Self.deck(
        "Ports",
        .table(
          header: cells("Port", "Lanes", "Since"),
          rows: [cells("A", "3", ""), cells("B", "24", "1994")])))
    #expect(
      SlideText.paragraphs(presenter.talk, presenter.stage) == [
        "Ports", "Port: A; Lanes: 3", "Port: B; Lanes: 24; Since: 1994",
      ])
  }
}
