import Browsing
import Canvas
import Charts
import Glibc
import Handout
import Query
import Records
import System
import Text

/// Saves what a screen shows in new files.
struct ExportFile {
  private let library: Library

  /// Saves from a dossier.
  init(_ library: Library) { self.library = library }

  /// Why nothing was saved.
  enum Fault: Error {
    /// A file of the name exists already.
    case taken(String)
    /// A sentence without a full stop.
    case other(String)
  }

  /// Saves something under a name; returns the files' paths.
  ///
  /// A page is HTML, or Markdown if the name ends in `.md`. Nothing is overwritten: if one of the
  /// files exists, none is written.
  func save(_ export: Export, as name: String) throws(Fault) -> [String] {
    let path = Self.path(name)
    let files = try files(export, path)
    for file in files where access(file.path, F_OK) == 0 { throw .taken(file.path) }
    for file in files {
      do {
        try WholeFile.create(file.path, Array(file.text.utf8), mode: 0o644)
      } catch {
        if error.code == EEXIST { throw .taken(file.path) }
        throw .other("\(file.path) cannot be written: \(error.reason)")
      }
    }
    return files.map(\.path)
  }

  /// A path from the current folder, or with `~/` from the home folder.
  private static func path(_ name: String) -> String {
    if name.hasPrefix("~/"), let home = Console.variable("HOME") { return home + name.dropFirst() }
    if name.hasPrefix("/") { return name }
    guard let folder = getcwd(nil, 0) else { return name }
    defer { free(folder) }
    return "\(String(cString: folder))/\(name)"
  }

  private func files(
    _ export: Export, _ path: String
  ) throws(Fault) -> [(path: String, text: String)] {
    let catalogue = library.catalogue
    let isMarkdown = path.hasSuffix(".md")
    switch export {
    case .memo(let query, let day):
      let told = DayOutcomes(library.outcomes, by: day ?? library.latestDay)
      let memo = Memo(query, in: catalogue, told)
      return [(path, isMarkdown ? memo.markdown : Handout(catalogue).html(memo))]
    case .record(let reference):
      guard let record = catalogue[reference] else { throw .other("there is no such record") }
      let sheet = RecordSheet(record, in: catalogue, backlinks: library.backlinks)
      return [(path, isMarkdown ? sheet.markdown : Handout(catalogue).html(sheet))]
    case .chart(let id, let view):
      guard let indicator = catalogue.indicator(id),
        let chart = ChartPanel(indicator, library, view).chart
      else { throw .other("there is no chart") }
      let stem = path.hasSuffix(".svg") ? String(path.dropLast(4)) : path
      let scene = ChartScene(chart, size: Size(width: 100, height: 30))
      return [
        ("\(stem).svg", scene.svg()), ("\(stem).csv", RecordTable(valuesOf: chart).text(.csv)),
      ]
    }
  }
}
