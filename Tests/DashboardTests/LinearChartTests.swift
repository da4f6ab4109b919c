import BuiltIn
import Testing

@testable import Browsing
@testable import Canvas
@testable import Linear

/// An indicator without its picture says all that the chart's keys can show.
struct LinearChartTests {
  private var mode: LinearMode {
    var mode = LinearMode(
      Library(builtInReading), saved: SavedState(), width: 2000, charset: .unicode)
    _ = mode.start()
    _ = mode.take("open goods-trade-partners")
    return mode
  }

  private func years(_ lines: [String]) -> [Int] {
    lines.compactMap { line in
      line.dropFirst(4).first == ":" ? Int(line.prefix(4)) : nil
    }
  }

  @Test func aChartIsItsSentenceAndItsValues() throws {
    var mode = mode
    let lines = mode.take("again").lines
    #expect(lines.first == "Indicator: U.S. goods trade with Mexico, Canada and China")
    #expect(
      lines.contains { $0.hasPrefix("In 2024 U.S. goods trade with Mexico was $840 billion") })
    #expect(lines.contains { $0.hasSuffix("; computed in this dossier.") })
    #expect(
      lines.contains { $0.hasPrefix("Mexico from $32.8 billion in 1985 to $839.6 billion in") })
    #expect(lines.contains("Values: 120 in 40 lines, billion U.S. dollars, 1985 to 2024."))
    #expect(years(lines) == Array(1985...2024))
    #expect(
      lines.contains("2024: Mexico $839.6 billion; Canada $761.8 billion; China $582 billion"))
    #expect(lines.count { $0.hasPrefix("Source: computed in this dossier from ") } == 2)
  }

  @Test func aValueIsSaidWithItsChangesAndRank() {
    var mode = mode
    let lines = mode.take("value 2011").lines
    #expect(lines.first == "2011:")
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix("Mexico $461.2 billion, computed, since 1985 plus "))
    #expect(lines[1].contains("since 2010 plus "))
    #expect(lines[1].hasSuffix("rank 3"))
    #expect(mode.take("value").lines.first == "2024:")
    _ = mode.take("open crime-reporting")
    #expect(mode.take("value reported").lines.first == "Reported:")
    _ = mode.take("back")
    #expect(mode.take("value 1066").lines == ["No value at '1066'. From 1985 to 2024."])
  }

  @Test func zoomSaysFewerPeriodsAndOthers() {
    var mode = mode
    let half = years(mode.take("zoom in").lines)
    #expect(half.count == 20)
    let before = years(mode.take("earlier").lines)
    #expect(before.first == half[0] - 5)
    #expect(years(mode.take("later").lines) == half)
    #expect(years(mode.take("zoom out").lines).count == 40)
    #expect(mode.take("zoom out").lines == ["All periods are shown."])
  }

  @Test func measuresAreThoseThatCanBeHeard() {
    var mode = mode
    let index = mode.take("measure").lines
    #expect(index.contains { $0.contains("The first values are set to 100.") })
    #expect(index.contains("1985: Mexico 100.0; Canada 100.0; China 100.0"))
    let change = mode.take("measure").lines
    #expect(change.contains { $0.contains("Change from the period before.") })
    let plain = mode.take("measure").lines
    #expect(plain.contains("Values: 120 in 40 lines, billion U.S. dollars, 1985 to 2024."))
  }

  @Test func aMeasureIsAskedForByItsWord() {
    var mode = mode
    #expect(mode.take("measure change").lines.contains { $0.contains("Change from the period") })
    #expect(mode.take("measure v").lines.contains { $0.hasPrefix("Values: 120 in 40 lines, b") })
    #expect(mode.take("measure index").lines.contains { $0.contains("set to 100.") })
    #expect(
      mode.take("measure nonsense").lines
        == ["Say 'measure values', 'measure index' or 'measure change'."])
    #expect(mode.take("measure index").lines == ["That changes nothing here."])
  }

  @Test func aSeriesIsLeftOutAndPutInAgain() {
    var mode = mode
    #expect(mode.take("series").lines.first == "Series to hide or to show again: 3.")
    let without = mode.take("2").lines
    #expect(without.contains("Left out: Canada."))
    #expect(without.contains("2024: Mexico $839.6 billion; China $582 billion"))
    #expect(!mode.take("series 2").lines.contains("Left out: Canada."))
    #expect(mode.take("series 9").lines == ["There is no such series."])
    _ = mode.take("series 1")
    _ = mode.take("series 2")
    #expect(mode.take("series 3").lines == ["The last series stays."])
  }

  @Test func anotherIndicatorIsReadBesideIt() {
    var mode = mode
    #expect(mode.take("compare").lines == ["Say what to compare with: 'compare exports'."])
    let choices = mode.take("compare homicides").lines
    #expect(choices.first?.hasPrefix("Indicators to compare with: ") == true)
    let both = mode.take("1").lines
    #expect(
      both.first
        == "Indicator: U.S. goods trade with Mexico, Canada and China"
        + " and Homicides per 100,000 people, Mexico")
    #expect(mode.take("compare").lines.first?.hasSuffix("Canada and China") == true)
  }

  @Test func observationsAreSaidOneByOneWithTheirSources() {
    var mode = mode
    let lines = mode.take("part 2").lines
    #expect(lines.first?.hasPrefix("Observations: 40. Part 2 of 4, ") == true, "\(lines[0])")
    #expect(lines.contains { $0.contains("2024: Mexico $839.6 billion, computed; Canada") })
    #expect(lines.contains("Each number leads to the source of its value."))
  }

  @Test func elsewhereTheChartsWordsSayWhereToGo() {
    var mode = mode
    for word in ["value", "zoom in", "earlier", "later", "measure", "series", "compare x"] {
      _ = mode.take("overview")
      #expect(mode.take(word).lines == ["This is not an indicator: 'indicators' lists them."])
    }
  }
}
