import Records
import System
import Text

/// Collects the faults of one reading and the references to check at its end.
///
/// A hostile file can hold a fault in every line, so at most `limit` faults of each file are kept.
struct DiagnosticLog {
  /// The faults in the order in which they were found.
  private(set) var diagnostics: [Diagnostic] = []
  /// The references that were named, whether or not they lead to a record.
  private(set) var mentions: [Mention] = []
  /// The files that could not be read, whose faults come before all others.
  private var causes: Set<String> = []
  /// How many lines the text has in which locators count; nil if unknown.
  var textLines: Int?
  /// A record of the dossier, as an example of how references are written; nil until there is one.
  var example: Reference?
  /// How many errors were noted.
  private(set) var errorCount = 0
  private var ranks: [Rank] = []
  private var counts: [String: Int] = [:]
  private var muted: Place?

  /// How faults are sorted: causes before all others, followed by their consequences.
  private enum Rank { case cause, plain, consequence }

  /// The most faults that are kept for one file.
  static let limit = 200

  /// Notes that a record or a part of one is lost.
  mutating func error(_ place: Place, _ message: String, remedy: String = "") {
    add(.error, place, message, remedy)
  }

  /// Notes that something should be corrected.
  mutating func warning(_ place: Place, _ message: String, remedy: String = "") {
    add(.warning, place, message, remedy)
  }

  /// Notes that a file could not be read.
  mutating func error(_ file: String, _ fault: FileFault) {
    add(.error, Place(file), fault.message, fault.remedy)
  }

  /// Notes that a place names a record.
  mutating func mention(_ reference: Reference, _ place: Place) {
    mentions.append(Mention(reference: reference, place: place, isMuted: isMuted(place)))
  }

  /// Notes that a file could not be read, or only in part, so that its faults come first.
  mutating func isCause(_ file: String) { causes.insert(CleanText.line(file)) }

  /// Sums up the consequences of the faults of a file that is a cause.
  mutating func consequence(_ place: Place, _ message: String, remedy: String) {
    add(.warning, place, message, remedy, rank: .consequence)
  }

  /// Notes an error that has consequences, so that it comes before them.
  mutating func cause(_ place: Place, _ message: String, remedy: String) {
    add(.error, place, message, remedy, rank: .cause)
  }

  /// Ignores faults of a line and those after it until `unmute`, because they are consequences of
  /// the fault just noted.
  mutating func mute(_ place: Place) { muted = place }

  /// Notes faults again.
  mutating func unmute() { muted = nil }

  /// Whether faults at a place are ignored.
  func isMuted(_ place: Place) -> Bool {
    muted.map { $0.file == place.file && $0.line <= place.line } ?? false
  }

  /// Whether a locator is inside the text; reports it if it is beyond the end.
  mutating func check(_ locator: Locator, _ place: Place) -> Bool {
    guard let textLines, let last = locator.lines?.upperBound, last > textLines else {
      return true
    }
    error(
      place, "L\(last) is beyond the end of the text",
      remedy: "source-text in index.md says that it has \(textLines) lines")
    return false
  }

  /// The faults by file, line and column; those with consequences come first.
  var sorted: [Diagnostic] {
    let isLater = diagnostics.indices.map {
      ranks[$0] == .plain && !causes.contains(diagnostics[$0].file) ? 1 : 0
    }
    let lines = diagnostics.indices.map {
      ranks[$0] == .consequence ? .max : diagnostics[$0].line
    }
    return diagnostics.indices.sorted { left, right in
      let (one, other) = (diagnostics[left], diagnostics[right])
      return (isLater[left], one.file, lines[left], one.column, left)
        < (isLater[right], other.file, lines[right], other.column, right)
    }.map { diagnostics[$0] }
  }

  private mutating func add(
    _ severity: Diagnostic.Severity, _ place: Place, _ message: String, _ remedy: String,
    rank: Rank = .plain
  ) {
    if isMuted(place) { return }
    if severity == .error { errorCount += 1 }
    let count = counts[place.file, default: 0] + 1
    counts[place.file] = count
    guard count <= Self.limit else { return }
    // File names are hostile too.
    let file = CleanText.line(place.file)
    ranks.append(rank)
    diagnostics.append(
      count < Self.limit
        ? Diagnostic(
          severity, file: file, line: place.line, column: place.column, message,
          remedy: remedy)
        : Diagnostic(severity, file: file, "too many faults; the rest is not shown"))
  }
}

extension DiagnosticLog {
  /// How to correct a text that is not a reference: the probable scheme, or an example.
  package func remedy(ofReference text: String) -> String {
    let schemes = RecordKind.allCases.map(\.rawValue)
    if let colon = text.firstIndex(of: ":") {
      let (word, id) = (text[..<colon].lowercased(), text[colon...].dropFirst())
      let meant =
        schemes.first { word.hasPrefix($0) } ?? Spelling.nearest(to: word, in: schemes)
      if let meant, !id.isEmpty, !id.hasPrefix("/") { return "did you mean \(meant):\(id)?" }
    }
    let sample = example.map { ", as in \($0)" } ?? ""
    return "write scheme:id\(sample); schemes are \(schemes.joined(separator: ", "))"
  }
}
