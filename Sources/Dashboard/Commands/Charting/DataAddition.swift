import Glibc
import Importing
import Reading
import Records
import System
import Tables
import Text

/// What `dossier data add` writes into a dossier's tables.
struct DataAddition {
  /// The source's id.
  let sourceID: String
  /// What is written, as lines for people.
  private(set) var lines: [String] = []

  private let arguments: Arguments
  private let table: DataTable
  private let folder: String
  private let indicator: String
  private let title: String
  private let day: String
  private var files: [(path: String, bytes: [UInt8])] = []
  /// How many changed rows are listed.
  private static let listed = 20

  /// Prepares an addition.
  init(
    _ arguments: Arguments, _ table: DataTable, path: String, folder: String, _ indicator: String
  ) throws(Failure) {
    self.arguments = arguments
    self.table = table
    self.folder = folder
    self.indicator = indicator
    day = Self.day(path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    title = arguments.value("title") ?? table.title ?? (path == "-" ? indicator : name)
    let isVintage = arguments.has("keep-vintage")
    sourceID = isVintage ? "\(indicator)-source-\(day)" : "\(indicator)-source"
  }

  /// The day of the copy: when the file was last changed, or today.
  private static func day(_ path: String) -> String {
    var status = stat()
    var seconds = path != "-" && stat(path, &status) == 0 ? status.st_mtim.tv_sec : time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }

  // MARK: Tables

  private func edit(_ path: String, _ usual: [String]) throws(Failure) -> TableEdit {
    var bytes: [UInt8] = []
    do {
      // As when it is shown: no link is followed out of the folder.
      bytes = try DiskFolder(folder).withBytes(of: path) { Array($0) }
    } catch {
      guard error == .missing else { throw .failed("cannot read '\(path)': \(error.message)") }
    }
    guard let table = TableEdit(bytes, usual: usual) else {
      throw .failed("'\(path)' has a quote that is not closed; fix it first")
    }
    return table
  }

  /// Adds rows of observations, and what they need.
  mutating func add(_ rows: [[String: String]], isOverTime: Bool) throws(Failure) {
    let usual = ObservationColumn.names
    let old = try edit("data/observations.csv", usual)
    for column in ["indicator", "series", "period", "value"] where !old.columns.contains(column) {
      throw .failed("'data/observations.csv' has no column '\(column)'; fix it first")
    }
    let importPath = "imports/\(indicator).csv"
    let base = try edit(importPath, usual)
    let baseRows = (0..<base.count).map { row in
      Dictionary(uniqueKeysWithValues: base.columns.map { ($0, base.cell(row, $0)) })
    }
    let merge = ObservationMerge(
      rows, base: baseRows, indicator: indicator, into: old,
      keepsVintage: arguments.has("keep-vintage"))
    try addIndicator(isOverTime: isOverTime)
    tell(merge)
    files.append(("data/observations.csv", merge.table.bytes))
    guard var record = TableEdit([], usual: usual) else { return }
    for row in rows { record.add(row) }
    files.append((importPath, record.bytes))
    try describe()
  }

  /// Describes tables that are new in the folder's descriptor, if it has one.
  private mutating func describe() throws(Failure) {
    let tables = files.filter { $0.path.hasPrefix("data/") }
    guard let edit = try FolderChange.describing(tables, in: DiskFolder(folder)) else { return }
    files.append((FolderChange.descriptorPath, edit.bytes))
    lines.append("\(FolderChange.descriptorPath): \(edit.added.joined(separator: ", ")) added")
  }

  private mutating func tell(_ merge: ObservationMerge) {
    var (added, replaced, kept) = (0, 0, 0)
    for change in merge.changes {
      switch change {
      case .added, .keptVintage: added += 1
      case .replaced: replaced += 1
      case .keptEdit, .removedByAuthor, .noLonger: kept += 1
      }
    }
    lines.append(
      "data/observations.csv: \(added) added, \(replaced) replaced, \(kept) kept, "
        + "\(merge.unchanged) unchanged")
    // What stays as edited is always told; of the rest the first rows are enough.
    let told = merge.changes.filter { change in
      if case .keptEdit = change { true } else { false }
    }
    let others = merge.changes.filter { !told.contains($0) }
    for change in told + others.prefix(Self.listed) { lines.append("  \(change.line)") }
    if others.count > Self.listed { lines.append("  … and \(others.count - Self.listed) more") }
  }

  private mutating func addIndicator(isOverTime: Bool) throws(Failure) {
    var indicators = try edit(
      "data/indicators.csv",
      ["id", "title", "unit", "chapter", "kind", "chart", "better", "source", "locator", "note"])
    let isNew = indicators.row(where: "id", is: indicator) == nil
    if isNew {
      let unit = try addUnit()
      indicators.add([
        "id": indicator, "title": title, "unit": unit, "chapter": arguments.value("chapter") ?? "",
        "kind": "amount", "chart": isOverTime ? "line" : "bars", "better": "none",
        "source": sourceID,
      ])
      files.append(("data/indicators.csv", indicators.bytes))
      lines.append("data/indicators.csv: '\(indicator)' added: \(title)")
    }
    try addSource()
  }

  /// The id of the unit, which is added where it is new.
  private mutating func addUnit() throws(Failure) -> String {
    let text =
      arguments.value("unit") ?? table.origin.unit ?? table.columns.compactMap(\.unit).first
      ?? table.columns.first { $0.role == .measure }?.sign ?? ""
    let unit = ChartUnit.unit(text)
    var units = try edit("data/units.csv", ["id", "title", "prefix", "suffix", "multiplier"])
    let multiplier = unit.multiplier.digits(decimals: 0) ?? "1"
    for row in 0..<units.count
    where units.cell(row, "title") == unit.title && units.cell(row, "multiplier") == multiplier {
      return units.cell(row, "id")
    }
    var id = Identifier.slug(unit.title)
    if id.isEmpty { id = "unit" }
    if unit.multiplier > 1 { id += "-\(multiplier)" }
    if !Identifier.isValid(id) || units.row(where: "id", is: id) != nil { id = "\(indicator)-unit" }
    units.add([
      "id": id, "title": unit.title, "prefix": unit.prefix, "suffix": unit.suffix,
      "multiplier": multiplier,
    ])
    files.append(("data/units.csv", units.bytes))
    lines.append("data/units.csv: '\(id)' added: \(unit.title)")
    return id
  }

  private mutating func addSource() throws(Failure) {
    var sources = try edit(
      "data/sources.csv", ["id", "producer", "title", "date", "url", "licence", "note"])
    let copy = "Copy of \(day)."
    if let row = sources.row(where: "id", is: sourceID) {
      let note = sources.cell(row, "note")
      guard note.hasPrefix("Copy of "), note != copy, note.utf8.count == copy.utf8.count else {
        return
      }
      sources.change(row, ["note": copy])
      lines.append("data/sources.csv: '\(sourceID)' is now the copy of \(day)")
    } else {
      guard let producer = arguments.value("source") ?? table.source else {
        throw arguments.fault("--source TEXT is missing: who produced the values")
      }
      sources.add([
        "id": sourceID, "producer": CleanText.line(producer), "title": title,
        "date": table.origin.date ?? "", "url": arguments.value("url") ?? "", "note": copy,
      ])
      lines.append("data/sources.csv: '\(sourceID)' added: \(producer), copy of \(day)")
    }
    files.append(("data/sources.csv", sources.bytes))
  }

  // MARK: Writing

  /// Writes the tables: each in one step, after all have been made.
  ///
  /// The caller holds the folder's lock from before they were read.
  func write() throws(Failure) {
    for name in ["data", "imports"] { mkdir("\(folder)/\(name)", 0o777) }
    for (path, bytes) in files {
      do {
        try WholeFile.replace("\(folder)/\(path)", bytes, mode: 0o644)
      } catch {
        throw .failed("cannot write '\(path)': \(error.reason)")
      }
    }
  }
}
