import Glibc
import Reading
import System
import Tables
import Text

/// A user's file with a table: read, turned into text if it is a workbook or JSON, with what files
/// beside it say.
struct TableSource {
  /// The path; `-` is the standard input.
  let path: String
  /// The sheet or the resource; nil for the first.
  let part: String?
  private static let limit = 128 << 20

  /// Reads a table.
  func table(_ form: DataTable.Form = .init()) throws(Failure) -> DataTable {
    var form = form
    let bytes = try InputFile.bytes(path, limit: Self.limit)
    do throws(DataFault) {
      return try DataTable(try text(bytes, &form), form: form)
    } catch {
      throw .table("\(InputFile.title(path)) \(error)")
    }
  }

  private func text(
    _ bytes: [UInt8], _ form: inout DataTable.Form
  ) throws(DataFault) -> [UInt8] {
    switch TableFile.kind(bytes) {
    case .text:
      guard path != "-", let json = beside(".metadata.json") else { return bytes }
      form.origin = TableFile.origin(metadata: json)
      return bytes
    case .workbook:
      let (table, note) = try Workbook(path: path, part: part, limit: Self.limit).text()
      if let note { form.notes.append(note) }
      return table
    case .json:
      guard let json = JSONNode(bytes) else {
        throw DataFault("looks like JSON and cannot be read as such")
      }
      if !(json["resources"]?.items.isEmpty ?? true) { return try resource(of: json, &form) }
      let (table, origin) = try TableFile.table(json)
      form.origin = origin
      return table
    case .other(let sentence): throw DataFault(sentence)
    }
  }

  // MARK: Files beside it

  /// The file with the same name and another ending; nil if there is none or it is no JSON.
  private func beside(_ ending: String) -> JSONNode? {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/"),
      let bytes = try? WholeFile.bytes(at: path[..<dot] + ending, limit: 4 << 20)
    else { return nil }
    return JSONNode(bytes)
  }

  /// The table of a resource of a data package.
  private func resource(
    of package: JSONNode, _ form: inout DataTable.Form
  ) throws(DataFault) -> [UInt8] {
    let resources = package["resources"]?.items ?? []
    let names = resources.map { $0["name"]?.text ?? "" }
    let place: Int?
    if let part {
      place = names.firstIndex(of: part) ?? Int(part).map { $0 - 1 }
    } else {
      // The first that is a table; a package may have pictures and views too.
      place = resources.firstIndex { $0["path"]?.text?.lowercased().hasSuffix(".csv") ?? false }
    }
    guard let place, resources.indices.contains(place) else {
      throw DataFault("has no such resource; --part names one of \(names.joined(separator: ", "))")
    }
    let resource = resources[place]
    guard let file = resource["path"]?.text ?? resource["path"]?.items.first?.text else {
      throw DataFault("has a resource '\(names[place])' without a path")
    }
    guard !file.hasPrefix("/"), !file.contains(".."), !file.contains("://"), path != "-" else {
      throw DataFault(
        "has its resource '\(names[place])' elsewhere, at \(file); download it and name it")
    }
    form.origin.title = resource["title"]?.text ?? package["title"]?.text
    form.origin.source = package["sources"]?.items.first?["title"]?.text
    form.origin.date = package["last_updated"]?.text
    let signs: [String: UInt8] = [",": 0x2c, ";": 0x3b, "\t": 0x09, "|": 0x7c]
    if form.delimiter == nil, let sign = resource["dialect"]?["delimiter"]?.text {
      form.delimiter = signs[sign]
    }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    do {
      return try WholeFile.bytes(at: folder + file, limit: Self.limit)
    } catch {
      throw DataFault(
        "has its resource '\(names[place])' in \(file), which cannot be read: "
          + error.message)
    }
  }
}
