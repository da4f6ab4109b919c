import Browsing
import Canvas
import Reading
import Records
import System
import Talk
import Text

/// A briefing presented by typed lines.
///
/// It is for a presenter with a screen reader, or on a terminal that cannot draw. What the followers
/// see is printed as text; followers see slides as always.
struct PresentTextLoop {
  private let stage: Stage
  private let link: ControlLink?
  private var talk: Talk
  private var text = FollowerText()
  private var input = LineInput()

  /// The most columns of a line, as for mail.
  private static let measure = 78
  /// How often the other ends are listened to while nothing is typed, in milliseconds.
  private static let patience = 400

  private static let help = [
    "Enter or next: forward. back: back. A number: that slide. slides: all slides with numbers.",
    "notes: what to say. time: the clock. answer WORDS: a record on the screen; return: to the talk.",
    "chart: the first chart on the whole screen; year 2010: read its value. blank: blank the screen.",
    "cut MINUTES: only must-show slides are left. end: end for everybody. leave: the briefing waits.",
  ]

  /// A briefing without a screen.
  ///
  /// - Parameter link: The connection to the others; nil if nobody can follow.
  init(_ talk: Talk, _ stage: Stage, link: ControlLink?) {
    self.stage = stage
    self.link = link
    self.talk = talk
    self.talk.isAlone = link == nil
    self.talk.utcOffset = Clock.utcOffset
    self.talk.hasBegun = true
  }

  /// Reads lines until the talk ends.
  mutating func run(_ output: inout Output) -> PresentLoop.Ending {
    _ = tell(.time(Clock.wall))
    if let ending = receive() { return ending }
    write(["Type help for what you can type."], &output)
    writeSlide(&output)
    while true {
      output.write("> ")
      output.flush()
      var event = input.next(within: Self.patience)
      while case .nothing = event {
        if let ending = receive() { return ending }
        event = input.next(within: Self.patience)
      }
      _ = tell(.time(Clock.wall))
      if let ending = receive() { return ending }
      switch event {
      case .line(let line):
        if let ending = take(line, &output) { return ending }
      case .end: return leaving(.left)
      case .interrupted(let signal): return leaving(.interrupted(signal: signal))
      case .nothing: break
      }
      writeSlide(&output)
    }
  }

  /// The others learn what was shown last before this end is gone.
  private func leaving(_ ending: PresentLoop.Ending) -> PresentLoop.Ending {
    link?.settle()
    return ending
  }

  // MARK: Lines

  private mutating func take(_ line: String, _ output: inout Output) -> PresentLoop.Ending? {
    let line = CleanText.line(line)
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1] : ""
    switch words.first?.lowercased() ?? "next" {
    case "next", "n": return tell(.action(.forward))
    case "back", "b": return tell(.action(.back))
    case "blank": return tell(.action(.blank))
    case "return": return tell(.action(.returnToTalk))
    case "chart": return tell(.action(.drill))
    case "year":
      guard let year = Int(rest) else { return say("Type a year: year 2010.", &output) }
      return tell(.choice(.year(year)))
    case "cut": return tell(.choice(.minutes(rest)))
    case "notes": write(notes, &output)
    case "time":
      write([ClockLine.line(talk, stage, width: Self.measure).text], &output)
    case "slides":
      for (index, slide) in stage.deck.slides.enumerated() {
        let name = slide.heading.isEmpty ? slide.id : slide.heading.plainText
        write(["\(index + 1) \(name)"], &output)
      }
    case "answer":
      guard let found = stage.records(rest).first, case .record(let reference) = found.entry.choice
      else { return say("No record matches “\(rest)”.", &output) }
      return tell(.choice(.answer(reference)))
    case "end":
      link?.end()
      return .over(nil)
    case "leave", "q", "quit": return leaving(.left)
    case "help", "?": write(Self.help, &output)
    case let word:
      guard let number = Int(word), stage.deck.slides.indices.contains(number - 1) else {
        return say("“\(line)” means nothing here. Type help.", &output)
      }
      return tell(.choice(.slide(number - 1)))
    }
    return nil
  }

  private func say(_ sentence: String, _ output: inout Output) -> PresentLoop.Ending? {
    write([sentence], &output)
    return nil
  }

  /// The notes of the slide up to the step that is shown.
  private var notes: [String] {
    let slide = stage.deck.slides[stage.clamped(talk.shown.slide)]
    let due = slide.notes.filter { $0.step <= talk.shown.step }.flatMap(\.text)
    let lines = due.flatMap(\.paragraphs).map(\.plainText)
    return lines.isEmpty ? ["No notes for this slide."] : lines
  }

  /// What is new on the screen of the followers, and what the talk remarks.
  private mutating func writeSlide(_ output: inout Output) {
    _ = update(&talk, .text(SlideText.paragraphs(talk, stage)), stage)
    write(text.block(talk, stage), &output)
    if let notice = talk.notice { write([notice], &output) }
    talk.notice = nil
  }

  private func write(_ lines: [String], _ output: inout Output) {
    let width = min(Self.measure, max(20, (Console.columns ?? 80) - 1))
    for line in lines.flatMap({ TextLayout.wrap(CleanText.line($0), to: width) }) {
      output.line(line)
    }
    output.flush()
  }

  // MARK: The others

  private mutating func receive() -> PresentLoop.Ending? {
    while let event = link?.next() {
      switch event {
      case .message(let message, let isOwn):
        if let ending = tell(isOwn ? .again(message) : message) { return ending }
      case .empty: share(talk.shown, talk.course, after: nil)
      case .lost: talk.notice = "The line to the briefing is down; trying again."
      case .ended(let reason): return .over(reason)
      }
    }
    return nil
  }

  private mutating func tell(_ message: TalkMessage) -> PresentLoop.Ending? {
    for effect in update(&talk, message, stage) {
      switch effect {
      case .share(let shown, let course):
        let isOwn = if case .received = message { false } else { true }
        share(shown, course, after: isOwn ? message : nil)
      case .leave: return leaving(.left)
      case .end:
        link?.end()
        return .over(nil)
      case .redraw, .nextTheme, .roam, .rejoin: break
      }
    }
    return nil
  }

  private func share(_ shown: PublicState, _ course: PrivateState, after message: TalkMessage?) {
    link?.share(shown, course, text: SlideHandover(talk, stage).text, after: message)
  }
}
