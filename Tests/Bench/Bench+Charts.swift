import Canvas
import Charts

extension Bench {
  /// Prints how long a full chart takes, here and as a process of its own, beside other programs.
  static func printCharts(_ program: String, _ workshop: Workshop, rounds: Int) {
    let (plotters, missing) = Plotter.all(program, workshop, peers: ".build/peers")
    var wholes = plotters.map { _ in [Double]() }
    var pictures = wholes
    for _ in 0..<rounds {
      for (index, plotter) in plotters.enumerated() {
        if let time = plotter.whole.milliseconds() { wholes[index].append(time) }
        if let time = plotter.picture() { pictures[index].append(time) }
      }
    }
    let file = workshop.folder + "/peak"
    let size = ChartSample.size
    print(
      "\na chart of two series of 1000 values, \(size), coloured, medians of \(rounds) in turn\n")
    print(row("", "", plotters.map(\.name)))
    printFigure("one picture", "ms", pictures.map(Figure.median), decimals: 3)
    printFigure("whole process", "ms", wholes.map(Figure.median), decimals: 1)
    printFigure("memory", "MiB", plotters.map { $0.whole.peak(through: file) }, decimals: 1)
    for name in missing {
      print("\(name) is not installed, so it is left out; make bench-peers installs it.")
    }
    print("\ncharts in this process, medians")
    printParts()
  }

  /// Prints a line of figures, and one of how many times the first each of the others is.
  private static func printFigure(
    _ title: String, _ unit: String, _ values: [Double?], decimals: Int
  ) {
    print(row(title, unit, values.map { Figure.text($0, decimals: decimals) }))
    let ratios = values.dropFirst().map { value in
      value.flatMap { value in values[0].map { value / $0 } }
    }
    guard !ratios.isEmpty else { return }
    print(row("  times dossier's", "", [""] + ratios.map { Figure.text($0, decimals: 1) }))
  }

  private static func printParts() {
    let chart = ChartSample.chart
    let size = ChartSample.size
    func drawn() -> Canvas {
      var canvas = Canvas(size)
      chart.draw(on: &canvas, in: canvas.bounds)
      return canvas
    }
    let parts: [(String, Double?)] = [
      ("laid out", time(201) { ChartScene(chart, size: size).labels.count }),
      ("and drawn into cells", time(201) { drawn().cells.count }),
      ("and written as text", time(201) { drawn().text().utf8.count }),
      ("twelve panels, cells", time(51) { ChartSample.panels().cells.count }),
    ]
    for (title, value) in parts { print(row(title, "ms", [Figure.text(value, decimals: 3)])) }
  }
}

extension ChartSample {
  private static let full = chart

  /// The picture from values to coloured text; the count of its bytes.
  static func picture() -> Int {
    var canvas = Canvas(size)
    full.draw(on: &canvas, in: canvas.bounds)
    return canvas.ansi(theme: Theme(depth: .palette256)).utf8.count
  }

  /// Twelve of the charts in a terminal of 240 by 60, as after a change of its size.
  static func panels() -> Canvas {
    var canvas = Canvas(Size(width: 240, height: 60))
    for panel in 0..<12 {
      let rect = Rect(x: panel % 4 * 60, y: panel / 4 * 20, width: 59, height: 20)
      full.draw(on: &canvas, in: rect)
    }
    return canvas
  }
}
