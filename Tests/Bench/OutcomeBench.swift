import Browsing
import BuiltIn
import Canvas
import Query
import Reading
import Records
import TestSupport

/// Measures stepping through the days of a large dossier whose recommendations are followed.
struct OutcomeBench {
  /// How many recommendations and judgements there are.
  private static let (items, rows) = (10_000, 100_000)
  /// How many days are stepped through on each screen.
  private static let steps = 40

  private let dossier: Dossier

  init() {
    var random = SeededRandom(1)
    var dossier = BuiltInDossier.reading().dossier
    let originals = dossier.recommendations
    dossier.recommendations = (0..<Self.items).map { number in
      var item = originals[number % originals.count]
      item.id = "r\(number)"
      item.number = number
      item.standing = .recommendation
      return item
    }
    let assessors = dossier.followUp.assessors.map(\.id)
    dossier.followUp.assessedTo = nil
    dossier.followUp.assessments = (0..<Self.rows).map { number in
      let date = Self.date(&random)
      return Assessment(
        id: "j\(number)", recommendation: "r\(random.int(0...Self.items - 1))", date: date,
        since: date, assessor: assessors[random.int(0...min(3, assessors.count - 1))],
        status: AssessmentStatus.allCases[random.int(0...7)],
        evidence: "Somebody looked, and wrote down what was there.",
        sources: [SourceMention("gao-19-534")])
    }
    self.dossier = dossier
  }

  private static func date(_ random: inout SeededRandom) -> Period {
    let point = Period.Point(
      year: Int16(random.int(2013...2024)), month: UInt8(random.int(1...12)),
      day: UInt8(random.int(1...28)))
    return Period(kind: .day, first: point)
  }

  /// Prints how long putting the rows in order takes, and a step to the day before on each screen.
  func printTable() {
    let title = "\(Self.items) recommendations with \(Self.rows) judgements"
    print("\n\(title), in this process: the median and the slowest step\n")
    let order = Bench.time(9) { Outcomes(dossier).days.count }
    print(Bench.row("rows put in order", "ms", [Figure.text(order, decimals: 1)]))
    let library = Library(Reading(dossier: dossier, diagnostics: []))
    let screens: [(String, Route)] = [
      ("board", .outcomes), ("recommendations", .recommendations), ("matrix", .matrix),
      ("overview", .overview), ("a recommendation", .recommendation("r7")),
    ]
    for (name, route) in screens {
      var state = State(size: Size(width: 120, height: 40))
      state.visit = Visit(route)
      if route == .recommendations { state.visit.query.outcome.marks = [.open, .disputed] }
      _ = Dashboard.draw(state, library)
      let times = (0..<Self.steps).map { _ in
        let start = Run.now()
        _ = update(&state, .action(.earlierDay), library)
        _ = Dashboard.draw(state, library)
        return Run.now() - start
      }
      let cells = [Figure.median(times), times.max()].map { Figure.text($0, decimals: 1) }
      print(Bench.row("a day back: \(name)", "ms", cells))
    }
  }
}
