import Glibc
import TestSupport
import Testing

/// Workbooks of several sheets, read through xlsx2csv where it is installed.
@Suite(.enabled(if: access("/usr/bin/xlsx2csv", X_OK) == 0)) struct WorkbookTests {
  /// The cells of each sheet by its name.
  private let sheets: [(name: String, rows: [[String]])] = [
    ("Notes", [["Annual statistics"], [], ["Contact"]]),
    ("Data & more", [["year", "boats"], ["2019", "0.0000001"], ["2020", "12.50"]]),
    ("Other", [["year", "ships"], ["2001", "5"], ["2002", "6"]]),
  ]

  private func chart(_ folder: CommandFolder, _ words: String...) throws -> CommandRun {
    try CommandRun(["chart", "--csv", "\(folder.path)/book.xlsx", "--format", "csv"] + words)
  }

  private func folder() throws -> CommandFolder {
    let folder = try CommandFolder([:])
    try folder.write("book.xlsx", bytes: Self.workbook(sheets))
    return folder
  }

  @Test func theFirstSheetWithATableIsReadAndTheOthersAreNamed() throws {
    let run = try chart(try folder())
    #expect(run.code == 0 && run.text.contains(",2019,0.0000001,"), "\(run.text)\(run.complaint)")
    #expect(run.complaint.contains("has 3 sheets, of which 'Data & more' is read"))
    #expect(run.complaint.contains("Notes, Other"))
  }

  @Test(arguments: ["Other", "3"]) func aSheetIsChosen(_ part: String) throws {
    let run = try chart(try folder(), "--part", part)
    #expect(run.code == 0 && run.text.contains(",2002,6,"), "\(run.text)\(run.complaint)")
  }

  @Test func aSheetThatIsNotThereIsAnError() throws {
    let run = try chart(try folder(), "--part", "Nope")
    #expect(run.code != 0 && run.complaint.contains("finds no sheet 'Nope'"))
  }

  // MARK: The file

  private static func workbook(_ sheets: [(name: String, rows: [[String]])]) -> [UInt8] {
    func escaped(_ text: String) -> String { text.replacing("&", with: "&amp;") }
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    var files: [(String, String)] = []
    var (list, links, types) = ("", "", "")
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      list +=
        "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(number)\" r:id=\"rId\(number)\"/>"
      links +=
        "<Relationship Id=\"rId\(number)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\(number).xml\"/>"
      types +=
        "<Override PartName=\"/xl/worksheets/sheet\(number).xml\" ContentType=\"\(type).worksheet+xml\"/>"
      let rows = sheet.rows.enumerated().map { row, cells in
        let cells = cells.enumerated().map { column, cell in
          let place = "\(["A", "B", "C"][column])\(row + 1)"
          return Double(cell) != nil
            ? "<c r=\"\(place)\"><v>\(cell)</v></c>"
            : "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(escaped(cell))</t></is></c>"
        }
        return "<row r=\"\(row + 1)\">\(cells.joined())</row>"
      }
      files.append(
        (
          "xl/worksheets/sheet\(number).xml",
          head + "<worksheet xmlns=\"\(main)\"><sheetData>\(rows.joined())</sheetData></worksheet>"
        ))
    }
    files.append(
      (
        "xl/workbook.xml",
        head
          + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>\(list)</sheets></workbook>"
      ))
    files.append(
      (
        "xl/_rels/workbook.xml.rels",
        head + "<Relationships xmlns=\"\(package)/relationships\">\(links)</Relationships>"
      ))
    files.append(
      (
        "_rels/.rels",
        head
          + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ))
    let content =
      head
      + "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>\(types)</Types>"
    return archive([("[Content_Types].xml", content)] + files)
  }

  /// A ZIP archive of files that are stored as they are.
  private static func archive(_ files: [(name: String, text: String)]) -> [UInt8] {
    var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
    func short(_ value: Int) -> [UInt8] { [UInt8(value & 0xff), UInt8(value >> 8 & 0xff)] }
    func long(_ value: Int) -> [UInt8] { short(value & 0xffff) + short(value >> 16 & 0xffff) }
    for file in files {
      let (name, data) = (Array(file.name.utf8), Array(file.text.utf8))
      var sum: UInt32 = 0xffff_ffff
      for byte in data {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xedb8_8320 : sum >> 1 }
      }
      let entry =
        short(20) + short(0) + short(0) + long(0) + long(Int(~sum)) + long(data.count)
        + long(data.count) + short(name.count) + short(0)
      let place = bytes.count
      bytes += [0x50, 0x4b, 3, 4] + entry + name + data
      directory +=
        [0x50, 0x4b, 1, 2] + short(20) + entry + short(0) + short(0) + short(0) + long(0)
        + long(place) + name
    }
    return bytes + directory + [0x50, 0x4b, 5, 6] + short(0) + short(0) + short(files.count)
      + short(files.count) + long(directory.count) + long(bytes.count) + short(0)
  }
}
