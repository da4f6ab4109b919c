import Interface
import Model

/// Where the rehearsals of a deck are kept, the last one at the end.
struct RehearsalFile {
  private let file: StateFile
  /// The runs, the oldest first.
  private(set) var runs: [Rehearsal]

  /// The most runs that are kept.
  private static let limit = 20

  /// The rehearsals of a deck; nil where there is nowhere to keep them.
  init?(_ stage: Stage) {
    let id = "\(stage.library.dossier.id).\(stage.deck.id)"
    guard let file = StateFile(id, kind: "rehearsals") else { return nil }
    // What cannot be read now is not to be written over.
    guard let kept = try? file.read() else { return nil }
    self.file = file
    runs = kept.split(separator: "\n").compactMap { Rehearsal(line: String($0)) }
  }

  /// The last run; nil before the first.
  var last: Rehearsal? { runs.last }

  /// Keeps another run; false where that could not be done.
  mutating func keep(_ run: Rehearsal) -> Bool {
    runs = (runs + [run]).suffix(Self.limit)
    return (try? file.write(runs.map { $0.line + "\n" }.joined())) != nil
  }
}

extension Rehearsal {
  /// The run that a talk was, until a moment in milliseconds since 1970; nil where none began.
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
