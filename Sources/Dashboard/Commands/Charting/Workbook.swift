import System
import Tables
import Text

/// A workbook, whose sheets the program xlsx2csv turns into text.
struct Workbook {
  /// Its path; a pipe cannot be read.
  let path: String
  /// The sheet by its name or number; nil for the first that has a table.
  let part: String?
  /// The most bytes of text.
  let limit: Int

  /// What precedes the number and the name of each sheet.
  private static let mark = "-------- "

  /// A sheet as text, and what a reader should know of the choice.
  ///
  /// - Throws: `DataFault` if the program is missing, or cannot read the file or find the sheet.
  func text() throws(DataFault) -> (bytes: [UInt8], note: String?) {
    guard path != "-" else {
      throw DataFault("is a workbook; name its file, since a workbook is not read from a pipe")
    }
    guard let reader = ExternalProgram("xlsx2csv") else {
      throw DataFault(
        "is a workbook; install the package xlsx2csv, which reads it, or save its sheet as CSV")
    }
    // Numbers as they are kept and not as a format rounds them; days keep their hours.
    var words = ["--ignore-formats", "float", "--dateformat", "%Y-%m-%d %H:%M"]
    if let part {
      words += Int(part) == nil ? ["-n", part] : ["-s", part]
    } else {
      words += ["-a", "--exclude_hidden_sheets"]
    }
    let file = path.hasPrefix("-") ? "./" + path : path
    let result: ExternalProgram.Result
    do {
      result = try reader.run(words + [file], limit: limit)
    } catch {
      throw DataFault(
        error == .long
          ? "is a workbook of more than \(limit >> 20) MiB of text"
          : "is a workbook that xlsx2csv cannot read; save its sheet as CSV")
    }
    guard result.status == 0, !result.output.isEmpty else {
      throw DataFault(
        part.map { "is a workbook of which xlsx2csv finds no sheet '\($0)'" }
          ?? "is a workbook that xlsx2csv cannot read; save its sheet as CSV")
    }
    return part == nil ? try Self.first(of: result.output) : (result.output, nil)
  }

  /// The first sheet with a table, of all that the program wrote one below the other.
  private static func first(of bytes: [UInt8]) throws(DataFault) -> (bytes: [UInt8], note: String?)
  {
    let sheets = sheets(bytes)
    guard let chosen = sheets.firstIndex(where: { isTable($0.text) }) else {
      throw DataFault("is a workbook without a table in any sheet")
    }
    guard sheets.count > 1 else { return (sheets[chosen].text, nil) }
    let others = sheets.indices.filter { $0 != chosen }.map { sheets[$0].name }
    let more = others.count > 8 ? " and \(others.count - 8) more" : ""
    return (
      sheets[chosen].text,
      "has \(sheets.count) sheets, of which '\(sheets[chosen].name)' is read (--part chooses): "
        + "the others are \(others.prefix(8).joined(separator: ", "))\(more)"
    )
  }

  private static func sheets(_ bytes: [UInt8]) -> [(name: String, text: [UInt8])] {
    var sheets: [(name: String, text: [UInt8])] = []
    for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
      if line.starts(with: mark.utf8) {
        // Behind the mark: `2 - Data`.
        let title = CleanText.line(String(decoding: line.dropFirst(mark.utf8.count), as: UTF8.self))
        let name = title.firstRange(of: " - ").map { String(title[$0.upperBound...]) }
        sheets.append((name?.trimmed ?? title.trimmed, []))
      } else if !sheets.isEmpty {
        sheets[sheets.count - 1].text += line + [0x0a]
      }
    }
    return sheets
  }

  /// Whether at least two rows have at least two cells.
  private static func isTable(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var parser = CSVParser(buffer)
      var rows = 0
      while rows < 2, parser.next(), parser.fault == nil {
        let filled = parser.cells.indices.count { !parser.text($0).allSatisfy(\.isWhitespace) }
        if filled > 1 { rows += 1 }
      }
      return rows > 1
    }
  }
}
