import Foundation
import FoundationXML
import Reading
import Testing

@testable import Browsing
@testable import Canvas
@testable import Charts
@testable import Handout
@testable import Linear
@testable import Query
@testable import Records
@testable import Talk

@Suite struct ChartTextTests {
  private let persons = Records.Unit(id: "persons", title: "persons")

  private func line(_ values: [Double] = [1.2e6, 1.9e6, 2.4e6], _ unit: Records.Unit? = nil)
    -> Chart
  {
    var chart = Chart(
      .line, title: "The number of persons who crossed the border rose again",
      unit: unit ?? persons, series: [yearly("North", from: 2001, values)])
    chart.source = "Office of Numbers, Crossings of the border by month and by port of entry"
    chart.shortSources = ["Office of Numbers", "ON"]
    return chart
  }

  private func text(_ chart: Chart, _ role: ChartScene.Label.Role, _ width: Int, _ height: Int)
    -> [String]
  {
    ChartScene(chart, size: Size(width: width, height: height)).labels
      .filter { $0.role == role }.map(\.text)
  }

  @Test func titlesWrapAndSourcesGetShorter() {
    #expect(text(line(), .title, 40, 20).count == 2)
    #expect(text(line(), .source, 90, 20).joined(separator: " ").hasSuffix("port of entry"))
    #expect(text(line(), .source, 40, 12) == ["Source: Office of Numbers"])
    #expect(text(line(), .source, 24, 14) == ["Source: ON"])
    let scene = ChartScene(line(), size: Size(width: 20, height: 6))
    #expect(Set(scene.omissions.map(\.role)) == [.title, .source, .subtitle, .note])
    #expect(scene.json.contains("\"omitted\":[{\"role\":\"title\""))
    #expect(line().alternative.contains("Source: Office of Numbers, Crossings"))
  }

  @Test func wordsAreBrokenOnlyWhereTheyMustBe() {
    #expect(TextLayout.hyphenate("one two three", to: 7) == ["one two", "three"])
    #expect(TextLayout.hyphenate("Verfassungsgericht", to: 8) == ["Verfass-", "ungsger-", "icht"])
    #expect(TextLayout.hyphenate("a Verfassungsgericht", to: 8).first == "a")
    #expect(TextLayout.hyphenate("墨西哥合众国", to: 5) == ["墨西", "哥合", "众国"])
    for width in 1...30 {
      for name in [
        "Llanfairpwllgwyngyll, and others", "A/B-C d", "e\u{301}e\u{301}e\u{301}e\u{301}",
      ] {
        let lines = TextLayout.hyphenate(name, to: width)
        #expect(lines.allSatisfy { $0.columns <= width })
        let kept = lines.joined().filter { $0 != "-" && $0 != " " }
        #expect(kept == name.filter { $0 != "-" && $0 != " " })
      }
    }
  }

  @Test func theUnitIsOnTheAxis() {
    #expect(text(line(), .unit, 60, 20) == ["million persons"])
    let percent = Records.Unit(id: "percent", title: "percent", suffix: "%")
    let ticks = text(line([10, 20, 35], percent), .tick, 60, 20)
    #expect(ticks.filter { $0.hasSuffix("%") }.count >= 3)
    #expect(text(line([10, 20, 35], percent), .unit, 60, 20).isEmpty)
    let dollars = Records.Unit(id: "usd", title: "U.S. dollars", prefix: "$")
    #expect(text(line([10, 20, 35], dollars), .tick, 60, 20).contains("$20"))
    #expect(text(line([1e9, 2e9], dollars), .unit, 60, 20) == ["$ billion"])
    #expect(text(line([-30, 20], dollars), .tick, 60, 20).contains("−$25"))
    var dots = line([1e6, 2e6])
    dots.kind = .dots
    #expect(text(dots, .unit, 60, 20) == ["million persons"])
  }

  @Test func aLogarithmicAxisSaysItsMagnitudes() {
    var chart = line([2000, 5e5, 3e7, 2e9])
    chart.isLogarithmic = true
    let ticks = text(chart, .tick, 70, 24)
    #expect(ticks.contains("1 million") && ticks.contains("10,000"))
    #expect(!ticks.contains { $0.contains("0.0") })
    #expect(text(chart, .unit, 70, 24) == ["persons"])
  }

  @Test func marksGiveWayByImportanceAndTakeNoEmptyLanes() {
    var chart = line([1, 2, 3, 4, 5, 6])
    let bare = ChartScene(chart, size: Size(width: 40, height: 20)).plots[0].area.height
    chart.marks = [.init(.year(2003), "First")]
    let one = ChartScene(chart, size: Size(width: 40, height: 20))
    #expect(one.plots[0].area.height == bare, "one lane is the row of the unit")
    chart.marks += (0..<9).map { .init(.year(2003), "Later \($0)") }
    let many = ChartScene(chart, size: Size(width: 40, height: 20))
    #expect(many.labels.contains { $0.text == "First" })
    #expect(many.omissions.contains { $0.role == .mark && $0.text == "2003 Later 8" })
    #expect(chart.alternative.contains("2003 Later 8"))
  }

  @Test(arguments: Chart.Kind.allCases)
  func vectorPicturesAreValid(_ kind: Chart.Kind) {
    var chart = Chart(
      kind, title: "A & <b> \"c\"", unit: persons,
      series: [
        yearly("North", from: 2001, [10, 20, nil, 45, 31], 2),
        yearly("]]>", from: 2001, [5, 7, 8]),
      ])
    chart.source = "R&D"
    chart.marks = [.init(.year(2002), "<&>")]
    for size in [Size(width: 20, height: 6), Size(width: 100, height: 30)] {
      let svg = ChartScene(chart, size: size).svg()
      #expect(XMLParser(data: Data(svg.utf8)).parse(), "\(kind) at \(size)")
    }
  }

  @Test func vectorPicturesDashWhatWasNotMeasured() {
    var chart = Chart(
      .line, title: "", unit: persons, series: [yearly("", from: 2001, [10, 20, 30, 45, 31], 2)])
    let scene = ChartScene(chart, size: Size(width: 80, height: 24))
    #expect(scene.plots[0].lines[0].forward == [3, 4])
    let paths = scene.svg().split(separator: "\n").filter { $0.hasPrefix("<path d=\"M") }
    #expect(paths.count { $0.contains("stroke-dasharray") } == 1)
    #expect(paths.count { $0.contains("fill=\"none\"") } == 2)
    #expect(scene.json.contains("\"forward\":[3, 4]"))
    chart.series[0].observations[1].qualifiers = .estimated
    let estimated = ChartScene(chart, size: Size(width: 80, height: 24))
    #expect(estimated.plots[0].points.contains { $0.sign == .estimated })
    // A sparkline is a curve of its own.
    let small = ChartScene(chart, size: Size(width: 24, height: 3))
    #expect(small.labels.contains { $0.role == .sparkline })
    #expect(small.svg().contains("<path d=\"M"))
  }
}
