import Browsing
import BuiltIn
import Canvas
import Glibc
import Reading
import Records
import TestSupport

/// Measures `dossier` beside programs of its kind, and its parts by themselves.
///
/// The programs take turns, so that a busy moment of the machine falls on all of them alike,
/// and each figure is the median of all runs. Compare figures of one call only.
@main
struct Bench {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "grow" { return grow(Array(arguments.dropFirst())) }
    if arguments.first == "soak" { return soak(Array(arguments.dropFirst())) }
    if arguments.first == "outcomes" { return OutcomeBench().printTable() }
    if let program = arguments.first, arguments.dropFirst().first == "briefing" {
      return try BriefingBench(program, Workshop()).printTable()
    }
    guard let program = arguments.first, let rounds = Int(arguments.dropFirst().first ?? "9"),
      rounds > 0
    else {
      print("usage: dossier-bench PROGRAM [ROUNDS | briefing]")
      print("       dossier-bench outcomes")
      print("       dossier-bench grow TIMES FOLDER")
      print("       dossier-bench soak [KEYS [SEED]]")
      exit(2)
    }
    let workshop = try Workshop()
    try printPrograms(program, workshop, rounds: rounds)
    print("\nthe dossier in this process, medians")
    printParts()
    OutcomeBench().printTable()
    try BriefingBench(program, workshop).printTable()
    printCharts(program, workshop, rounds: rounds)
    try printGrowth(program, workshop)
  }

  /// Prints how the time and memory of a dossier grow with its size.
  private static func printGrowth(_ program: String, _ workshop: Workshop) throws {
    let sizes = [1, 10, 100, 1000]
    let contestants = sizes.map { times in
      let folder = "\(workshop.folder)/times-\(times)"
      _ = Growth(origin: Files.builtInDossier, times: times).write(to: folder)
      return Contestant(
        "\(times)", program, ["--no-state", folder], preparation: ["r"], pageDown: "\u{1B}[6~",
        screens: [
          "m", "i", "\r", "t", "x", "o", "3", "r", "\r", "/", "m", "e", "\t", ":", "t",
        ], overlay: "?", file: folder + "/index.md")
    }
    var runs = contestants.map { _ in [Run]() }
    for _ in 0..<3 {
      for (index, contestant) in contestants.enumerated() {
        runs[index].append(try Run(contestant))
      }
    }
    print("\na folder so many times the built-in dossier, medians of 3 runs in turn\n")
    print(row("", "", sizes.map { "\($0) times" }))
    for figure in Figure.growth {
      let cells = runs.map { Figure.text(figure.median($0), decimals: figure.decimals) }
      print(row(figure.title, figure.unit, cells))
    }
  }

  /// Writes a dossier so many times the built-in one into a new folder.
  private static func grow(_ words: [String]) {
    guard words.count == 2, let times = Int(words[0]), (1...1000).contains(times) else {
      print("usage: dossier-bench grow TIMES FOLDER, with 1 to 1000 times")
      exit(2)
    }
    guard Growth(origin: Files.builtInDossier, times: times).write(to: words[1]) else {
      print("dossier-bench: '\(words[1])' is there already, or cannot be written")
      exit(1)
    }
  }

  /// Presses random keys, a million where no number is said.
  private static func soak(_ words: [String]) {
    guard words.count < 3, let keys = Int(words.first ?? "1000000"), keys > 0,
      let seed = UInt64(words.dropFirst().first ?? "1")
    else {
      print("usage: dossier-bench soak [KEYS [SEED]]")
      exit(2)
    }
    if !Soak(keys: keys, seed: seed).run() { exit(1) }
  }

  /// Prints how programs of its kind start and answer.
  private static func printPrograms(_ program: String, _ workshop: Workshop, rounds: Int) throws {
    let contestants = Contestant.all(program, workshop)
    var runs = contestants.map { _ in [Run]() }
    for _ in 0..<rounds {
      for (index, contestant) in contestants.enumerated() {
        runs[index].append(try Run(contestant))
      }
    }
    print("80x24, xterm-256color, medians of \(rounds) runs in turn\n")
    printTable(contestants.map(\.name), runs)
  }

  /// Prints a line for each figure and a column for each program, with the ratio to tig.
  private static func printTable(_ names: [String], _ runs: [[Run]]) {
    let tig = names.firstIndex(of: "tig")
    let heading = names + (tig == nil ? [] : ["dossier/tig"])
    print(row("", "", heading))
    for figure in Figure.all {
      let medians = runs.map(figure.median)
      var cells = medians.map { Figure.text($0, decimals: figure.decimals) }
      if let tig {
        let ratio = medians[tig].flatMap { other in
          medians[0].flatMap { other > 0 ? $0 / other : nil }
        }
        cells.append(Figure.text(ratio, decimals: 2))
      }
      print(row(figure.title, figure.unit, cells))
    }
  }

  /// Prints how long single parts take in this process.
  private static func printParts() {
    let load = time(21) { BuiltInDossier.reading().dossier.chapters.count }
    let reading = BuiltInDossier.reading()
    let size = Size(width: 80, height: 24)
    let first = time(21) {
      Dashboard.draw(State(size: size), Library(reading)).size.width
    }
    let library = Library(reading)
    let next = time(201) { Dashboard.draw(State(size: size), library).size.width }
    for (title, value) in [
      ("load the built-in dossier", load), ("first frame, 80x24", first), ("later frame", next),
    ] { print(row(title, "ms", [Figure.text(value, decimals: 2)])) }
  }

  /// The median time of a piece of work in milliseconds.
  static func time(_ rounds: Int, _ work: () -> Int) -> Double? {
    var sum = 0
    let times = (0..<rounds).map { _ in
      let start = Run.now()
      sum &+= work()
      return Run.now() - start
    }
    // A result that nobody looks at would let the compiler leave the work out.
    if sum == .min { print("") }
    return Figure.median(times)
  }

  static func row(_ title: String, _ unit: String, _ cells: [String]) -> String {
    func padded(_ text: String, _ width: Int, left: Bool) -> String {
      let space = String(repeating: " ", count: max(0, width - text.count))
      return left ? text + space : space + text
    }
    return padded(title, 27, left: true) + padded(unit, 6, left: true)
      + cells.map { padded($0, 12, left: false) }.joined()
  }
}
