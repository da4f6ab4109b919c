import TestSupport
import Testing

@testable import Reading
@testable import Records

/// Reads the small dossier after a change to it.
func readSmall(_ change: (inout MemoryFolder) -> Void) -> Reading {
  var folder = MemoryFolder.small
  change(&folder)
  return DossierReader.read(folder)
}

/// Checks the small dossier after a change to it; that it has no descriptor does not matter.
func checkSmall(_ change: (inout MemoryFolder) -> Void) -> Reading {
  var folder = MemoryFolder.small
  change(&folder)
  var reading = DossierReader.check(folder)
  reading.diagnostics.removeAll { $0.file == "datapackage.json" }
  return reading
}

/// Replaces a text in a file, which must hold it.
func replace(
  _ old: String, by new: String, in path: String, of folder: inout MemoryFolder,
  at location: SourceLocation = #_sourceLocation
) {
  let text = folder[path] ?? ""
  guard let range = text.firstRange(of: old) else {
    Issue.record("\(path) does not hold \(old)", sourceLocation: location)
    return
  }
  folder[path] = text.replacingCharacters(in: range, with: new)
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}

extension Reading {
  /// Expects exactly one diagnostic, at a place, whose message holds some words and that
  /// says how to mend the fault.
  func expect(
    _ severity: Diagnostic.Severity, _ file: String, _ line: Int, _ column: Int?,
    _ words: String, at location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      diagnostics.count == 1, "\(diagnostics.map(\.description))", sourceLocation: location)
    guard let first = diagnostics.first else { return }
    #expect(first.severity == severity, sourceLocation: location)
    #expect(first.file == file, sourceLocation: location)
    #expect(first.line == line, "\(first)", sourceLocation: location)
    if let column { #expect(first.column == column, "\(first)", sourceLocation: location) }
    #expect(first.message.contains(words), "\(first)", sourceLocation: location)
    #expect(!first.remedy.isEmpty, "\(first)", sourceLocation: location)
  }

  /// The same where the column is not looked at.
  func expect(
    _ severity: Diagnostic.Severity, _ file: String, _ line: Int, _ words: String,
    at location: SourceLocation = #_sourceLocation
  ) {
    expect(severity, file, line, nil, words, at: location)
  }

  /// The number of records of each kind, to see that neighbours survive.
  var counts: [Int] {
    [
      dossier.chapters.count, dossier.chapters.reduce(0) { $0 + $1.sections.count },
      dossier.recommendations.count, dossier.units.count, dossier.sources.count,
      dossier.indicators.count, observations.count, dossier.events.count, dossier.entities.count,
      dossier.links.count,
    ]
  }

  /// Every observation in the order of the dossier.
  var observations: [Observation] {
    dossier.indicators.flatMap { $0.series.flatMap(\.observations) }
  }
}

/// The counts of the small dossier.
let wholeCounts = [2, 3, 2, 2, 2, 2, 4, 2, 2, 2]
