import Canvas

/// A program that draws the chart of `ChartSample`, coloured and in the same size.
struct Plotter {
  /// What heads its column.
  let name: String
  /// Draws it once and prints it.
  let whole: Command
  /// Milliseconds that one picture takes in a process that is warm; nil where it failed.
  let picture: () -> Double?

  /// The program under test and those of its kind that are there, and the names of those missing.
  ///
  /// - Parameters:
  ///   - program: The path of `dossier`.
  ///   - folder: The folder of the Python programs.
  static func all(
    _ program: String, _ workshop: Workshop, peers folder: String
  ) -> (present: [Plotter], missing: [String]) {
    let table = workshop.write("sample.csv", ChartSample.table)
    let events = workshop.write("events.csv", ChartSample.eventTable)
    let numbers = workshop.write("sample.dat", ChartSample.numbers)
    let size = ChartSample.size
    var all = [
      Plotter(
        name: "dossier",
        whole: Command(words: [
          program, "chart", "--csv", table, "--events", events, "--title", ChartSample.title,
          "--unit", "$ thousand", "--source", "Made up for this measurement",
          "--width", String(size.width), "--height", String(size.height), "--format", "ansi",
        ])
      ) { Bench.time(101) { ChartSample.picture() } }
    ]
    var missing: [String] = []
    if let gnuplot = Contestant.installed("gnuplot") {
      all.append(Self.gnuplot(gnuplot, numbers, workshop))
    } else {
      missing.append("gnuplot")
    }
    let python = folder + "/bin/python"
    let script = "Tests/Bench/Peers/chart.py"
    for (tool, rounds) in [("uniplot", "40"), ("plotext", "10")] {
      let plotter = Plotter(
        name: tool, whole: Command(words: [python, script, tool, numbers])
      ) {
        Command(words: [python, script, tool, numbers, rounds])
          .text(through: workshop.folder + "/median").flatMap { Double($0) }
      }
      if plotter.whole.milliseconds() == nil {
        missing.append(tool)
      } else {
        all.append(plotter)
      }
    }
    return (all, missing)
  }

  /// What one more picture takes is the difference between many pictures and one.
  private static func gnuplot(_ path: String, _ numbers: String, _ workshop: Workshop) -> Plotter {
    let size = ChartSample.size
    let script = """
      set terminal dumb ansi256 size \(size.width),\(size.height)
      set title '\(ChartSample.title)'
      plot '\(numbers)' using 1:2 with lines title '\(ChartSample.names[0])', \
      '\(numbers)' using 1:3 with lines title '\(ChartSample.names[1])'

      """
    // Rows read once into memory, as a program that draws anew has them.
    let kept = script.replacing(
      "'\(numbers)'", with: "$Data", before: "$Data << END\n\(ChartSample.numbers)END\n")
    let rounds = 100
    let one = Command(words: [path, workshop.write("one.gp", kept)])
    let many = Command(words: [
      path, workshop.write("many.gp", kept + "do for [i=1:\(rounds)] { replot }\n"),
    ])
    return Plotter(
      name: "gnuplot", whole: Command(words: [path, workshop.write("whole.gp", script)])
    ) {
      guard let all = many.milliseconds(), let first = one.milliseconds() else { return nil }
      return (all - first) / Double(rounds)
    }
  }
}

extension String {
  /// The text with one part exchanged for another, after a preface.
  fileprivate func replacing(_ part: String, with other: String, before preface: String) -> String {
    var result = preface
    var rest = self[...]
    while let place = rest.firstRange(of: part) {
      result += rest[..<place.lowerBound] + other
      rest = rest[place.upperBound...]
    }
    return result + rest
  }
}
