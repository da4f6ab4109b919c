import System
import TestSupport
import Testing

@testable import Importing

/// Readers of other programs' output, and what happens without them.
struct ReportReaderTests {
  /// Two pages as pdftohtml tells of them: a running head, page numbers, columns on the first page,
  /// a nested list and a note on the second.
  private static let pages: String = {
    func text(_ top: Int, _ left: Int, _ font: Int, _ words: String, width: Int = 300) -> String {
      "<text top=\"\(top)\" left=\"\(left)\" width=\"\(width)\" height=\"12\" font=\"\(font)\">\(words)</text>\n"
    }
    var xml = "<?xml version=\"1.0\"?>\n<pdf2xml>\n"
    for page in 1...4 {
      xml += "<page number=\"\(page)\" top=\"0\" left=\"0\" height=\"1000\" width=\"800\">\n"
      if page == 1 {
        xml += "<fontspec id=\"0\" size=\"10\" family=\"Serif\" color=\"#000\"/>\n"
        xml += "<fontspec id=\"1\" size=\"16\" family=\"Serif-Bold\" color=\"#000\"/>\n"
        xml += "<fontspec id=\"2\" size=\"7\" family=\"Serif\" color=\"#000\"/>\n"
        xml += "<fontspec id=\"3\" size=\"30\" family=\"Serif-Bold\" color=\"#000\"/>\n"
      }
      xml += text(30, 100, 0, "Annual report of the harbour")
      xml += text(960, 400, 0, "\(page + 6)", width: 12)
      if page == 1 { xml += text(100, 100, 3, "The Harbour &amp; the Sea", width: 600) }
      if page == 2 {
        xml += text(100, 100, 1, "Two columns", width: 120)
        for line in 0..<12 {
          xml += text(140 + line * 14, 100, 0, "Left \(line) of the words that fill this column")
          xml += text(140 + line * 14, 440, 0, "right \(line) of the words that fill that column")
        }
      }
      if page == 3 {
        xml += text(100, 100, 1, "Recommendations", width: 160)
        xml += text(140, 100, 0, "1. The port should train pilots who know the out-")
        xml += text(154, 112, 0, "of-hours rules.")
        xml += "<text top=\"152\" left=\"412\" width=\"5\" height=\"7\" font=\"2\">1</text>\n"
        xml += text(182, 140, 0, "a) Four of them each year.")
        xml += text(210, 100, 0, "2. The ministry should pay them.")
        xml += text(900, 100, 2, "1 Rules of the port, 2020.")
      }
      if page == 4 {
        xml += text(100, 100, 1, "Annex", width: 60) + text(140, 100, 0, "Tables follow here.")
      }
      xml += "</page>\n"
    }
    return xml + "</pdf2xml>\n"
  }()

  @Test func theSpaceInsideALinkSeparatesWords() {
    let xml = """
      <page number="1" top="0" left="0" height="1000" width="800">
      <fontspec id="0" size="10" family="Serif" color="#000"/>
      <text top="100" left="100" width="100" height="12" font="0">be bound by the<a href="x"> </a></text>
      <text top="100" left="200" width="100" height="12" font="0"><b>Harbour Act</b></text>
      </page>
      """
    let scan = PDFScanner(Array(xml.utf8))
    let line = PDFLine(scan.pages.flatMap(\.runs), page: 0)
    #expect(line.text == "be bound by the Harbour Act")
  }

  @Test func pagesAreReadInOrder() throws {
    let report = PDFReader.read(Array(Self.pages.utf8))
    #expect(report.title == "The Harbour & the Sea")
    let prose = report.blocks.filter(\.isProse).map(\.text)
    #expect(prose.contains { $0.contains("Left 11 of the words that fill this column right 0 of") })
    #expect(!report.text.contains("Annual report"))
    let headings = report.blocks.compactMap { block in block.level.map { (block.text, $0) } }
    #expect(headings.map(\.0).suffix(3) == ["Two columns", "Recommendations", "Annex"])
    let items = report.blocks.compactMap(\.item)
    #expect(items.map(\.marker) == ["1.", "a)", "2."])
    #expect(items.map(\.depth) == [1, 2, 1])
    #expect(prose.contains("The port should train pilots who know the out-of-hours rules.[^1]"))
    let note = try #require(report.blocks.first { $0.kind == .note(number: 1) })
    #expect(note.text == "Rules of the port, 2020.")
    #expect(note.page == 9)
  }

  @Test(arguments: Trials.seeds(200))
  func damagedPagesDoNoHarm(_ seed: UInt64) {
    var random = SeededRandom(seed)
    var bytes = Array(Self.pages.utf8)
    random.damage(
      &bytes, with: ["<", ">", "\"", "&", "<text ", "</text>", "<item page=\"1\">", "9999999"])
    let report = PDFReader.read(bytes)
    for block in report.blocks {
      #expect(block.lines.upperBound <= report.lines.count, "seed \(seed)")
      #expect(!block.text.unicodeScalars.contains { $0.value < 0x20 }, "seed \(seed)")
    }
  }

  @Test func aTreeOfPandocIsRead() throws {
    let json = #"""
      {"pandoc-api-version":[1,22],"meta":{"title":{"t":"MetaInlines","c":[{"t":"Str","c":"T"}]}},
      "blocks":[{"t":"Header","c":[1,["a",[],[]],[{"t":"Str","c":"Head"}]]},
      {"t":"Para","c":[{"t":"Str","c":"Say\u00e9"},{"t":"Note","c":[{"t":"Para","c":[{"t":"Str","c":"Why"}]}]}]},
      {"t":"OrderedList","c":[[3,{"t":"LowerAlpha"},{"t":"OneParen"}],
      [[{"t":"Plain","c":[{"t":"Str","c":"x"}]}],[{"t":"Plain","c":[{"t":"Str","c":"y"}]}]]]}]}
      """#
    let report = try #require(PandocReader.read(Array(json.utf8)))
    #expect(report.title == "T")
    #expect(report.blocks.map(\.text) == ["Head", "Sayé[^1]", "x", "y", "Why"])
    #expect(report.blocks.compactMap(\.item).map(\.marker) == ["c)", "d)"])
    #expect(report.blocks.last?.kind == .note(number: 1))
    #expect(PandocReader.read(Array("{\"blocks\":[[[".utf8)) == nil)
    let deep = String(repeating: "[", count: 100_000)
    #expect(PandocReader.read(Array("{\"blocks\":\(deep)".utf8)) == nil)
  }

  @Test func anAbsentProgramIsNamedWithItsPackage() {
    for (form, words) in [(ReportReader.Form.pdf, "poppler-utils"), (.docx, "pandoc")] {
      do {
        _ = try ReportReader.read([1], form: form, find: { _ in nil })
        Issue.record("read without a program")
      } catch {
        #expect(error.message.contains("apt-get install \(words)"), "\(error.message)")
      }
    }
  }

  @Test func formsAreKnownByTheirBytes() {
    #expect(ReportReader.form(of: Array("%PDF-1.7".utf8), name: "a.txt") == .pdf)
    #expect(ReportReader.form(of: Array("<!DOCTYPE html>".utf8), name: "page") == .html)
    #expect(ReportReader.form(of: Array("plain".utf8), name: "a") == .text)
    #expect(ReportReader.form(of: [0x50, 0x4b, 3, 4], name: "a.docx") == .docx)
    #expect(ReportReader.form(of: [0x50, 0x4b, 3, 4], name: "a.zip") == nil)
    #expect(ReportReader.form(of: [0xd0, 0xcf, 0x11, 0xe0, 0], name: "a.doc") == nil)
  }
}
