import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Records
@testable import Talk

/// The lines in which states travel: what is written is read again, and nothing hostile gets in.
@Suite struct BriefingStateTests {
  @Test(arguments: Trials.seeds(3)) func whatIsWrittenIsReadAgain(seed: UInt64) {
    var random = SeededRandom(seed)
    for _ in 0..<300 {
      var state = PublicState(
        Edition(
          dossier: "us-mexico-2013", dossierHash: "ab12",
          deck: random.int(0...1) == 0 ? "" : "méx ico=%",
          deckHash: random.int(0...1) == 0 ? "" : "cd"))
      state.slide = random.int(0...500)
      state.step = random.int(0...9)
      state.place = random.int(0...1_000_000)
      state.isBlank = random.int(0...1) == 0
      state.cutSlide = random.int(0...1) == 0 ? random.int(0...99_999) : nil
      state.isWaiting = random.int(0...1) == 0
      if random.int(0...1) == 0 {
        state.answer = PublicState.Answer(
          Reference(.section, "border#trade-and-congestion"), place: random.int(0...9))
      }
      if random.int(0...1) == 0 {
        state.drill = PublicState.Drill(chart: random.int(0...3), cursor: random.int(0...9))
      }
      #expect(PublicState(state.line) == state, "seed \(seed): \(state.line)")
      #expect(state.line.utf8.count <= StateLine.limit)
      var course = PrivateState(stage: Size(width: random.int(1...300), height: random.int(1...99)))
      course.started = random.int(0...1) == 0 ? nil : random.int(0...2_000_000_000)
      course.since = random.int(0...1) == 0 ? nil : random.int(0...2_000_000_000)
      course.times = (0..<random.int(0...PrivateState.slideLimit)).map { _ in
        random.int(0...PrivateState.spanLimit)
      }
      if random.int(0...1) == 0 {
        course.cut = PrivateState.Cut(
          start: 5, length: random.int(0...600_000), slide: 3, spent: random.int(0...60_000))
      }
      #expect(PrivateState(course.line) == course, "seed \(seed): \(course.line)")
      #expect(course.line.utf8.count <= StateLine.limit)
    }
  }

  @Test func thePublicLineSaysNothingThatIsPrivate() {
    var driver = TalkDriver(seat: .console)
    driver.send(.time(1_700_000_000_000))
    driver.press("Space / s e c r e t")
    let line = driver.talk.shown.line
    for word in ["secret", "1700000000000", "Say first", "search"] {
      #expect(!line.contains(word))
    }
  }

  @Test(arguments: [
    "", " ", "2 dossier=a deck=b", "1", "1 dossier=a", "1 deck=b", "dossier=a deck=b 1",
    "1 dossier=%00 deck=b", "1 dossier=%1b[2J deck=b", "1 dossier=a%0 deck=b",
    "1 dossier=%ff deck=b",
    "1 dossier=a deck=b\n", "1 dossier=a deck=\u{1b}c", "1 dossier=a deck=%e2%80%ae",
    "1 dossier=é deck=b", "1 dossier=a deck=" + String(repeating: "b", count: 5000),
  ])
  func whatIsNoStateIsRefused(line: String) { #expect(PublicState(line) == nil) }

  @Test func numbersOutOfBoundsCountAsNone() {
    let line =
      "1 dossier=a deck=b slide=-1 step=99999999999999999999 place=1000001 chart=x answer=nothing"
    #expect(PublicState(line) == PublicState(Edition(dossier: "a", deck: "b")))
    let course = PrivateState("1 width=0 height=100000 started=-5 times=1,,2 cut=1 cut-length=-9")
    #expect(course == PrivateState())
    #expect(PrivateState("1 times=" + String(repeating: "1,", count: 1900))?.times == [])
  }

  @Test(arguments: Trials.seeds(2)) func anyBytesAreReadWithoutHarm(seed: UInt64) {
    var random = SeededRandom(seed)
    var shown = PublicState(Edition(dossier: "us-mexico-2013", deck: "sample"))
    shown.answer = PublicState.Answer(Reference(.recommendation, "economics-3"), place: 4)
    shown.drill = PublicState.Drill(chart: 1, cursor: 2)
    let start = Array(shown.line.utf8)
    var driver = TalkDriver(BriefingDecks.torture, 60, 20, seat: .follower)
    for _ in 0..<400 {
      var bytes = start
      for _ in 0..<random.int(1...6) {
        let at = random.int(0...bytes.count - 1)
        switch random.int(0...3) {
        case 0: bytes[at] = UInt8(random.int(0...255))
        case 1: bytes[at] = UInt8(random.int(0x30...0x39))
        case 2: bytes.remove(at: at)
        default: bytes.insert(contentsOf: [0x39, 0x39, 0x20], at: at)
        }
        if bytes.isEmpty { bytes = start }
      }
      let line = String(decoding: bytes, as: UTF8.self)
      if let state = PublicState(line) {
        driver.send(.received(state, PrivateState(line)))
        #expect(driver.canvas.size == driver.talk.size)
      }
    }
  }
}
