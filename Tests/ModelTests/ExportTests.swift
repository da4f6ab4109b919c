import BuiltIn
import TestSupport
import Testing

@testable import Query
@testable import Reading
@testable import Records
@testable import Text

@Suite struct ExportTests {
  let catalogue = Catalogue(sampleDossier())

  @Test func csvQuotesWhatItMustAndKeepsTheRest() {
    let table = RecordTable(
      columns: ["a", "b"],
      rows: [
        [.text("x,\"y\""), .text("=1+1")], [.list(["p", "q"]), .number(nil)],
        [.text("line\nend"), .number("-2.5")], [.text(" pad")],
      ])
    #expect(
      table.text(.csv) == "a,b\n\"x,\"\"y\"\"\",=1+1\np;q,\n\"line\nend\",-2.5\n\" pad\",\n")
    #expect(
      table.text(.json).hasPrefix("[\n  {\n    \"a\": \"x,\\\"y\\\"\",\n    \"b\": \"=1+1\"\n  },"))
    #expect(
      table.text(.json).contains("\"a\": [\n      \"p\",\n      \"q\"\n    ],\n    \"b\": null"))
  }

  @Test func tablesAreAlignedAndCutWithAMark() {
    let table = RecordTable(
      columns: ["id", "n", "hidden"],
      rows: [
        [.text("a"), .number("5"), .text("")],
        [.text(String(repeating: "b", count: 80)), .number("12"), .text("")],
      ], briefColumns: 2)
    let lines = table.text(.table).split(separator: "\n").map(String.init)
    #expect(lines[1].count == 64)
    #expect(lines[1].hasSuffix("   5"))
    #expect(lines[2].hasPrefix(String(repeating: "b", count: 59) + "…  12"))
    #expect(table.text(.md).hasPrefix("| id | n |\n| --- | --- |\n| a | 5 |\n"))
  }

  @Test func jsonEscapesControlsAndKeepsLetters() {
    var writer = JSONWriter()
    writer.object {
      $0.field("k\"", "a\\b\n\t\u{1}\u{7f}\u{2028}é😀")
      $0.field("none", [String]())
      $0.object("inner")
    }
    #expect(
      writer.text == """
        {
          "k\\"": "a\\\\b\\n\\t\\u0001\\u007f\\u2028é😀",
          "none": [],
          "inner": {}
        }

        """)
  }

  @Test func numbersKeepTheirDecimalsAndTheirValue() {
    #expect(12.5.digits(decimals: 1) == "12.5")
    #expect(40.0.digits(decimals: 2) == "40.00")
    #expect((-3.0).digits(decimals: 0) == "-3")
    #expect(0.1234567.digits(decimals: 1) == "0.1234567")
    #expect(1_700_000.0.digits(decimals: 0) == "1700000")
    #expect(Double.nan.digits(decimals: 0) == nil)
    #expect(Double.infinity.digits(decimals: 200) == nil)
  }

  @Test func columnsAreStable() {
    let expected: [RecordKind: String] = [
      .chapter:
        "id,title,number,sections,recommendations,proposals,indicators,short-title,authors,locator,summary",
      .section: "id,title,chapter,level,locator",
      .recommendation:
        "id,title,chapter,addressees,basis,themes,kind,number,locator,at-a-glance",
      .indicator:
        "id,title,chapter,unit,series,values,first,last,kind,chart,better,source,locator,note,finding,"
        + "computed",
      .event: "id,title,date,chapter,theme,mark,locator,source",
      .entity: "id,title,acronym,kind,description,aliases,locators",
      .note: "id,title,chapter,number,lost,text",
      .source: "id,title,producer,date,url,licence,note",
    ]
    for kind in RecordKind.allCases {
      let table = RecordTable(kind, in: catalogue)
      #expect(table.columns.joined(separator: ",") == expected[kind])
      #expect(table.rows.count == catalogue.references.filter { $0.kind == kind }.count)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
    let joint = RecordTable(.recommendation, in: catalogue) { $0.chapter == "rivers" }
    #expect(joint.rows.map { $0[0].text } == ["rivers-1", "rivers-p1"])
  }

  @Test func observationsHaveTheColumnsOfTheFolder() throws {
    let share = try #require(catalogue.indicator("share"))
    #expect(
      RecordTable(observationsOf: share).text(.csv) == """
        indicator,series,period,value,qualifier,source,locator,note,derived
        share,North,2010,40,about,report,"L3-L4 ""40 percent""\",At noon,
        share,South,,12.5,,office,,,

        """)
  }

  @Test func markdownComesBackAsItWas() {
    let blocks: [Block] = [
      .paragraph([
        Span("1. *no* "), Span("stress ", .stressed),
        Span("link", target: .record(Reference(.event, "x"))),
      ]),
      .list(start: 2, items: [[.paragraph([Span("two")])], [.paragraph([Span("- three")])]]),
      .quote([.paragraph([Span("said")])]),
      .table(header: [[Span("a|b")]], rows: [[[Span("c")]]]),
      .code(["```", "x"]),
    ]
    #expect(
      ProseText.markdown(blocks) == """
        1\\. \\*no\\* *stress* [link](event:x)

        2. two
        3. \\- three

        > said

        | a\\|b |
        | --- |
        | c |

        ````
        ```
        x
        ````
        """)
    #expect(ProseText.plain([blocks[1]]) == "2. two\n3. - three")
  }

  @Test func theWholeDossierIsOneObject() {
    let dossier = BuiltInDossier.reading().dossier
    let json = dossier.json()
    #expect(json == dossier.json())
    #expect(json.hasPrefix("{\n  \"id\": \"us-mexico-2013\",\n"))
    #expect(json.hasSuffix("\n}\n"))
    for recommendation in dossier.recommendations {
      #expect(json.contains("\"id\": \"\(recommendation.id)\""))
    }
    #expect(json.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  }

  @Test func everyRecordCanBeShown() throws {
    let catalogue = Catalogue(BuiltInDossier.reading().dossier)
    let backlinks = Backlinks(catalogue)
    for reference in catalogue.references {
      let record = try #require(catalogue[reference])
      let sheet = RecordSheet(record, in: catalogue, backlinks: backlinks)
      #expect(sheet.plain.contains(reference.description), "\(reference)")
      #expect(sheet.markdown.hasPrefix("# "), "\(reference)")
      #expect(sheet.plain.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
      #expect(record.json().hasPrefix("{\n"))
    }
  }
}

extension JSONWriter {
  fileprivate mutating func object(_ name: String) {
    key(name)
    object { _ in }
  }
}
