import Browsing
import Query
import Records
import Talk

/// The file with the rehearsals of a deck, the last one at the end.
struct RehearsalFile {
  private let file: StateFile?
  private let lastSlide: String
  /// Why the runs could not be read; nil if they could.
  let fault: StateFault?
  /// The runs, the oldest first.
  private(set) var runs: [Rehearsal]

  /// The maximum number of saved runs.
  private static let limit = 20

  /// The rehearsals of a deck.
  init(_ stage: Stage) {
    file = StateFile("\(stage.library.dossier.id).\(stage.deck.id)", kind: "rehearsals")
    lastSlide = stage.deck.slides.last?.id ?? ""
    var text = ""
    var fault: StateFault?
    do { text = try file?.read() ?? "" } catch { fault = error }
    self.fault = fault
    runs = text.split(separator: "\n").compactMap { Rehearsal(line: String($0)) }
  }

  /// The last run that came to the last slide, which others are compared with; nil before the
  /// first.
  var last: Rehearsal? {
    runs.last { run in run.times.contains { $0.slide == lastSlide } }
  }

  /// Saves another run.
  ///
  /// - Returns: A sentence without a full stop on why that was not possible; nil on success.
  mutating func keep(_ run: Rehearsal) -> String? {
    guard let file else { return "there is nowhere to keep this run" }
    // An unreadable file must not be overwritten.
    if let fault { return "this run is not kept, since those before cannot be read: \(fault)" }
    runs = (runs + [run]).suffix(Self.limit)
    do {
      try file.write(runs.map { $0.line + "\n" }.joined())
      return nil
    } catch {
      return "this run is not kept: \(error)"
    }
  }
}

extension Rehearsal {
  /// The run of a talk until a moment in milliseconds since 1970; nil if it did not begin.
  init?(_ talk: Talk, _ stage: Stage, until end: Int) {
    guard let started = talk.course.started else { return nil }
    var times = talk.course.times
    if let since = talk.course.since {
      let slide = talk.shown.slide
      times += Array(repeating: 0, count: max(0, slide + 1 - times.count))
      times[slide] += max(0, end - since)
    }
    let slides = stage.deck.slides
    self.init(
      deck: stage.deck.id, start: started / 1000,
      times: zip(slides, times).filter { $0.1 > 0 }.map {
        Time(slide: $0.0.id, seconds: Double($0.1) / 1000)
      })
  }
}
