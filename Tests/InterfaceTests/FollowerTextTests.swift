import Model
import Testing

@testable import Interface

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

  @Test func aSlideIsToldOnceAndAStepOnlyWithWhatItAdds() {
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

  @Test func anAnswerIsToldAndThenWhereTheTalkIsAgain() {
    var pair = Pair()
    _ = pair.press("Space")
    let answer = pair.press(": e c o n o m i c s - 3 Enter")
    #expect(answer.first?.hasPrefix("[answer, 2 / 10] ") == true && answer.count > 2)
    #expect(pair.press("Esc") == ["[2 / 10] Three points to take away"])
  }

  @Test func ofAChartThatIsReadOnlyTheValueIsTold() {
    var pair = Pair()
    let slide = pair.press("3 Enter")
    #expect(slide.count > 3)
    let first = pair.press("d")
    #expect(first.count == 2 && first[0] == "[3 / 10]" && first[1].contains(": "), "\(first)")
    let second = pair.press("h")
    #expect(second.count == 2 && second != first)
    #expect(pair.press("Esc").isEmpty)
  }

  @Test func oneWithAnotherDeckIsToldThePresentersText() {
    var pair = Pair()
    pair.follower = TalkDriver(BriefingDecks.torture, seat: .follower)
    #expect(pair.tell().first == "[1] New Ideas for a New Era")
    #expect(pair.press("Space").first == "[2] Three points to take away")
  }
}
