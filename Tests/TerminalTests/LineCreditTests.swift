import Testing

@testable import Terminal

/// When a frame has to wait for the line, and when it may go.
@Suite struct LineCreditTests {
  @Test func smallFramesNeverAskAndNeverWait() {
    var credit = LineCredit()
    for _ in 0..<3 {
      let asks = credit.send(150, at: 0)
      #expect(!asks)
    }
    #expect(!credit.isAsked)
    let isAllowed = credit.allowsFrame(at: 0)
    #expect(isAllowed)
  }

  @Test func behindAPageTheTerminalIsAskedAndALittleMoreMayFollow() {
    var credit = LineCredit()
    let asks = credit.send(900, at: 0)
    #expect(asks && credit.isAsked)
    var sent = 0
    while credit.allowsFrame(at: 10), sent < 10_000 {
      let asksAgain = credit.send(150, at: 10)
      #expect(!asksAgain, "one question at a time")
      sent += 150
    }
    #expect(sent >= 150 && sent <= LineCredit.allowance + 150, "\(sent) bytes under way")
    credit.answer()
    let isAllowed = credit.allowsFrame(at: 20)
    #expect(isAllowed)
  }

  @Test func aTerminalThatNeverAnswersHoldsUpOnce() {
    var credit = LineCredit()
    _ = credit.send(900, at: 0)
    _ = credit.send(600, at: 0)
    let waits = !credit.allowsFrame(at: LineCredit.firstPatience - 1)
    #expect(waits && credit.patience(at: 0) == LineCredit.firstPatience)
    let goes = credit.allowsFrame(at: LineCredit.firstPatience)
    #expect(goes && credit.isDeaf)
    let asksAgain = credit.send(100_000, at: 2000)
    #expect(!asksAgain, "a deaf terminal is not asked again")
    let stillGoes = credit.allowsFrame(at: 2000)
    #expect(stillGoes)
  }

  @Test func oneThatAnsweredIsWaitedForLonger() {
    var credit = LineCredit()
    _ = credit.send(900, at: 0)
    credit.answer()
    _ = credit.send(900, at: 0)
    _ = credit.send(600, at: 0)
    let waits = !credit.allowsFrame(at: LineCredit.firstPatience)
    #expect(waits)
    let goes = credit.allowsFrame(at: LineCredit.patience)
    #expect(goes && !credit.isDeaf)
  }

  @Test func anAnswerThatNobodyAskedForChangesNothing() {
    var credit = LineCredit(isDeaf: true)
    credit.answer()
    #expect(credit.isDeaf)
  }
}
