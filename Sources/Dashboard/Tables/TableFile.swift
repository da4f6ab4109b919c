package import Reading
import Text

/// A file that a table comes from: what it is by its first bytes, and its table as text.
package struct TableFile {
  /// What a file is.
  package enum Kind: Hashable, Sendable {
    /// Lines of cells.
    case text
    /// A workbook, which another program turns into text.
    case workbook
    /// JSON, of which there are several kinds.
    case json
    /// Something that has no table for dossier, with a sentence on what to do.
    case other(String)
  }

  /// What is known of a table from elsewhere than its cells.
  package struct Origin: Hashable, Sendable {
    /// Its title.
    package var title: String?
    /// Who produced it.
    package var source: String?
    /// In what its values count.
    package var unit: String?
    /// The day of the copy or of the last change, as written.
    package var date: String?

    /// Nothing known.
    package init() {}
  }

  private static let signatures: [([UInt8], String)] = [
    ([0x50, 0x4b, 3, 4], "is a ZIP archive; unpack it and name the CSV file in it"),
    ([0xd0, 0xcf, 0x11, 0xe0], "is an old workbook; save it as CSV or XLSX"),
    ([0x1f, 0x8b], "is compressed; unpack it with gunzip"),
    ([0x42, 0x5a, 0x68], "is compressed; unpack it with bunzip2"),
    ([0xfd, 0x37, 0x7a, 0x58, 0x5a], "is compressed; unpack it with unxz"),
    (Array("%PDF".utf8), "is a PDF document; copy its table into a CSV file"),
    (Array("PAR1".utf8), "is a Parquet file; export it as CSV"),
    (Array("SQLite format 3".utf8), "is a database; export a query as CSV"),
    (Array("{\\rtf".utf8), "is a text of a word processor; copy its table into a CSV file"),
    ([0x89, 0x50, 0x4e, 0x47], "is a picture; copy its table into a CSV file"),
    ([0xff, 0xd8, 0xff], "is a picture; copy its table into a CSV file"),
    (Array("$FL2".utf8), "is a file of SPSS; export it as CSV"),
  ]

  /// What a file is by its bytes.
  package static func kind(_ bytes: [UInt8]) -> Kind {
    let start = bytes.prefix(8192)
    if start.starts(with: [0x50, 0x4b, 3, 4]) {
      let text = String(decoding: start, as: UTF8.self)
      if text.contains("xl/") || text.contains("[Content_Types].xml") && !text.contains("word/") {
        return .workbook
      }
      if text.contains("opendocument.spreadsheet") {
        return .other("is an OpenDocument workbook; save it as CSV or XLSX")
      }
    }
    for (mark, message) in signatures where start.starts(with: mark) { return .other(message) }
    guard let first = start.first(where: { !$0.isBlank && $0 != 0xef && $0 != 0xbb && $0 != 0xbf })
    else { return .text }
    if first == UInt8(ascii: "<") {
      let text = String(decoding: start.prefix(1000), as: UTF8.self).lowercased()
      if text.contains("<html") || text.contains("<!doctype html") {
        return .other(
          "is a web page, which portals also send in place of a file; download the CSV itself")
      }
      if text.contains("<?xml") || text.contains("message:") || text.contains("xmlns") {
        return .other("is XML; download the data as CSV (SDMX services: format=csv)")
      }
    }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      // A table may begin with a bracket; JSON goes on with a quotation mark or another bracket.
      let rest = start.drop { $0 != first }.dropFirst().first { !$0.isBlank }
      if let rest, "\"{[]}".utf8.contains(rest) { return .json }
    }
    return .text
  }

  /// The cells of a table as text with commas.
  static func csv(_ rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
          if byte == UInt8(ascii: "\"") { bytes.append(byte) }
          bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  // MARK: JSON

  /// The table of a file of JSON that holds one, with what else it says.
  ///
  /// - Throws: `DataFault` that says what the file is and what to do.
  package static func table(
    _ json: JSONNode
  ) throws(DataFault) -> (bytes: [UInt8], origin: Origin) {
    if json["$schema"]?.text?.contains("sdmx") ?? false || json["dataSets"] != nil {
      throw DataFault("is SDMX-JSON; ask the service for SDMX-CSV (format=csv)")
    }
    if json["resources"] != nil { throw DataFault("is a data package without a resource to read") }
    if json["columns"] != nil, json["chart"] != nil || json["dateDownloaded"] != nil {
      throw DataFault("describes a table; name the CSV file beside it")
    }
    if json["@context"] != nil { throw DataFault("describes tables; name one of its CSV files") }
    if let set = JSONStat(json) { return (csv(try set.rows()), set.origin) }
    throw DataFault("is JSON but not a table; dossier reads CSV, JSON-stat and data packages")
  }

  /// What the metadata file of Our World in Data says of the table beside it.
  package static func origin(metadata json: JSONNode) -> Origin {
    var origin = Origin()
    origin.title = json["chart"]?["title"]?.text
    let columns = json["columns"]?.fields.map(\.value) ?? []
    origin.source =
      json["chart"]?["citation"]?.text ?? columns.first?["citationShort"]?.text
    let units = Set(columns.map { $0["unit"]?.text ?? "" })
    if units.count == 1, let unit = units.first, !unit.isEmpty {
      origin.unit = columns.first?["shortUnit"]?.text == "%" ? "%" : unit
    }
    origin.date = json["dateDownloaded"]?.text
    return origin
  }

  // MARK: Eurostat

  /// The text with the dimensions in columns of their own, if the first column joins them by commas
  /// as Eurostat's files do: `freq,geo\TIME_PERIOD`.
  static func withoutJoinedDimensions(_ bytes: [UInt8]) -> [UInt8]? {
    let heading = bytes.prefix { $0 != 0x0a }
    guard let tab = heading.firstIndex(of: 0x09),
      let slash = heading[..<tab].firstIndex(of: UInt8(ascii: "\\")), slash > 0
    else { return nil }
    let isNames = heading[..<slash].allSatisfy {
      (0x61...0x7a).contains($0 | 0x20) || $0.isDigit || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: ",")
    }
    guard isNames else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isFirst = true
    var isHidden = false
    for byte in bytes {
      switch byte {
      case 0x0a: (isFirst, isHidden) = (true, false)
      case 0x09: (isFirst, isHidden) = (false, false)
      case UInt8(ascii: "\\") where isFirst && result.count <= slash: isHidden = true
      case UInt8(ascii: ",") where isFirst:
        result.append(0x09)
        continue
      default: break
      }
      if !isHidden { result.append(byte) }
    }
    return result
  }
}
