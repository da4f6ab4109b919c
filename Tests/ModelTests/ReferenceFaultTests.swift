import TestSupport
import Testing

@testable import Reading
@testable import Records

@Suite struct ReferenceFaultTests {
  let recommendation = "recommendations/springs-1.md"

  @Test func linkInProse() {
    let path = "chapters/2-mouths.md"
    let reading = readSmall {
      replace("#where-they-rise", by: "#where-they-rose", in: path, of: &$0)
    }
    reading.expect(.error, path, 9, 5, "section:springs#where-they-rose leads to no record")
    #expect(reading.diagnostics[0].remedy == "did you mean section:springs#where-they-rise?")
    #expect(
      reading.dossier.chapters[1].sections[0].blocks == [
        .paragraph([Span("See "), Span("the springs"), Span(".")])
      ])
  }

  @Test func noteInProse() {
    let path = "chapters/1-springs.md"
    let reading = readSmall { replace(".[^1]", by: ".[^2]", in: path, of: &$0) }
    reading.expect(.error, path, 12, nil, "note:springs-2")
    #expect(reading.counts == wholeCounts)
  }

  @Test func wrongScheme() {
    let path = "chapters/2-mouths.md"
    let reading = readSmall { replace("(section:", by: "(sektion:", in: path, of: &$0) }
    reading.expect(.error, path, 9, 5, "neither a reference nor a web address")
    #expect(reading.diagnostics[0].remedy == "did you mean section:springs#where-they-rise?")
    #expect(reading.counts == wholeCounts)
  }

  @Test(arguments: [
    ("recommendation:springs-2", "did you mean rec:springs-2?"),
    ("indicators:flow", "did you mean indicator:flow?"),
    ("springs-2", "write scheme:id, as in chapter:springs; schemes are chapter, section, rec,"),
    ("ftp://example.org", "write scheme:id, as in chapter:springs; schemes are chapter,"),
    ("events://example.org", "write scheme:id, as in chapter:springs; schemes are chapter,"),
  ])
  func noReference(_ text: String, _ remedy: String) {
    let prose = readSmall {
      replace("section:springs#where-they-rise", by: text, in: "chapters/2-mouths.md", of: &$0)
    }
    #expect(prose.diagnostics.map { $0.remedy.hasPrefix(remedy) } == [true])
    let cell = readSmall {
      replace("entity:office", by: text, in: "data/links.csv", of: &$0)
    }
    #expect(cell.diagnostics.map { $0.remedy.hasPrefix(remedy) } == [true])
    let field = readSmall { replace("rec:springs-2", by: text, in: recommendation, of: &$0) }
    #expect(field.diagnostics.map { $0.remedy.hasPrefix(remedy) } == [true])
  }

  @Test func noReferenceInADeckThatStandsAlone() {
    let reading = readSlides("\n# Rivers\n\nThey [rise](flow).\n")
    let remedies = reading.diagnostics.map(\.remedy)
    #expect(remedies.map { $0.hasPrefix("write scheme:id, as in chapter:springs;") } == [true])
  }

  @Test func twoSectionsOfOneHeading() {
    let path = "chapters/1-springs.md"
    let reading = readSmall {
      $0[path] = ($0[path] ?? "") + "\n## How They Run\n\nUphill.\n"
    }
    reading.expect(.error, path, 20, "section:springs#how-they-run is already defined")
    #expect(reading.diagnostics.first?.remedy == "give one of them another heading")
  }

  @Test func textBeforeTheFirstHeadingIsASection() {
    let path = "chapters/1-springs.md"
    let reading = readSmall {
      replace("> Springs matter.\n", by: "> Springs matter.\n\nOr not.\n", in: path, of: &$0)
    }
    #expect(reading.diagnostics.isEmpty)
    let chapter = reading.dossier.chapters[0]
    #expect(chapter.keyMessages.map(\.plainText) == ["Springs matter."])
    #expect(chapter.sections.map(\.id).prefix(2) == ["springs#springs", "springs#where-they-rise"])
    #expect(chapter.sections[0].blocks == [.paragraph([Span("Or not.")])])
  }

  @Test func headingsOfTheReportsOwnWordsMayRepeat() {
    let path = "chapters/1-springs.md"
    let reading = readSmall {
      $0[path] = ($0[path] ?? "") + "\n## How They Run\n\nUphill.\n"
      replace("id: rivers\n", by: "id: rivers\nwording: verbatim\n", in: "index.md", of: &$0)
    }
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.dossier.chapters[0].sections.map(\.id).last == "springs#how-they-run-2")
  }

  @Test func whatIsNotConfirmedIsKnown() {
    let path = "recommendations/springs-1.md"
    let reading = readSmall {
      replace("number: 1\n", by: "number: 1\nlabel: 3a\nconfirmed: no\n", in: path, of: &$0)
      replace("id: rivers\n", by: "id: rivers\nconfirmed: maybe\n", in: "index.md", of: &$0)
    }
    #expect(reading.dossier.recommendations.map(\.isConfirmed) == [false, true])
    #expect(reading.dossier.recommendations[0].label == "3a")
    reading.expect(.error, "index.md", 3, "the confirmed \"maybe\" is not known")
  }

  @Test func twoRecommendationsWithOneNumber() {
    let path = "recommendations/springs-2.md"
    let two = readSmall { replace("number: 2", by: "number: 1", in: path, of: &$0) }
    two.expect(
      .warning, path, 2, "recommendation \"springs-1\" of this chapter has the number 1 too")
    #expect(two.counts == wholeCounts)
    for kind in ["kind: proposal\nnumber: 1", "chapter: mouths\nnumber: 1"] {
      let reading = readSmall {
        if kind.hasPrefix("chapter") { replace("chapter: springs\n", by: "", in: path, of: &$0) }
        replace("number: 2", by: kind, in: path, of: &$0)
      }
      #expect(reading.diagnostics == [])
    }
  }

  @Test func evidence() {
    let reading = readSmall {
      replace(" indicator:flow,", by: " indicator:flaw,", in: recommendation, of: &$0)
    }
    reading.expect(.error, recommendation, 9, 42, "indicator:flaw")
    #expect(reading.dossier.recommendations[0].evidence.count == 2)
    #expect(reading.counts == wholeCounts)
  }

  @Test func related() {
    let reading = readSmall {
      replace("[rec:springs-2]", by: "[springs-2]", in: recommendation, of: &$0)
    }
    reading.expect(.error, recommendation, 10, 11, "\"springs-2\" is not a reference")
    #expect(reading.dossier.recommendations[0].related.isEmpty)
  }

  @Test func themeAndAddressee() {
    let theme = readSmall { replace("[water]", by: "[wine]", in: recommendation, of: &$0) }
    theme.expect(.error, recommendation, 8, 10, "no theme \"wine\"")
    let addressee = readSmall {
      replace("[north, south]", by: "[north, east]", in: recommendation, of: &$0)
    }
    addressee.expect(.error, recommendation, 6, 21, "no addressee \"east\"")
    #expect(addressee.dossier.recommendations[0].addressees == ["north"])
  }

  @Test func chapter() {
    let reading = readSmall {
      replace("chapter: springs", by: "chapter: spring", in: recommendation, of: &$0)
    }
    reading.expect(.error, recommendation, 3, 10, "no chapter \"spring\"")
    #expect(reading.counts == wholeCounts)
  }

  @Test func headline() {
    let reading = readSmall {
      replace("[indicator:flow]", by: "[indicator:flaw]", in: "index.md", of: &$0)
    }
    reading.expect(.error, "index.md", 11, 13, "indicator:flaw")
    #expect(reading.dossier.headlines.isEmpty)
  }

  @Test func link() {
    let reading = readSmall {
      replace("entity:office", by: "entity:offices", in: "data/links.csv", of: &$0)
    }
    reading.expect(.error, "data/links.csv", 3, 1, "entity:offices")
    #expect(reading.dossier.links.count == 1)
  }

  @Test func unitAndSource() {
    let path = "data/indicators.csv"
    let unit = readSmall { replace("Flow,litres", by: "Flow,liters", in: path, of: &$0) }
    unit.expect(.error, path, 2, 11, "no unit \"liters\"")
    #expect(unit.counts == wholeCounts)
    let source = readSmall {
      replace("2019,12,,survey", by: "2019,12,,surveys", in: "data/observations.csv", of: &$0)
    }
    source.expect(.error, "data/observations.csv", 3, 16, "no source \"surveys\"")
    #expect(source.observations[1].source == "surveys")
  }

  @Test func overlay() {
    let path = "data/indicators.csv"
    let series = readSmall { replace("stock/Trout", by: "stock/Pike", in: path, of: &$0) }
    series.expect(.error, path, 2, nil, "stock has no series \"Pike\"")
    let indicator = readSmall { replace("stock/Trout", by: "stack", in: path, of: &$0) }
    indicator.expect(.error, path, 2, nil, "no indicator \"stack\"")
    #expect(indicator.dossier.indicators[0].overlays.isEmpty)
  }

  @Test func observationOfNothing() {
    let path = "data/observations.csv"
    let reading = readSmall { replace("flow,,2019", by: "flew,,2019", in: path, of: &$0) }
    reading.expect(.error, path, 3, 1, "no indicator \"flew\"")
    #expect(reading.observations.count == 3)
  }

  @Test func eventsChapterAndTheme() {
    let path = "data/events.csv"
    let reading = readSmall { replace("springs,water", by: "spring,wader", in: path, of: &$0) }
    #expect(reading.diagnostics.map(\.line) == [2, 2])
    #expect(reading.diagnostics.map(\.column) == [23, 30])
    #expect(reading.counts == wholeCounts)
  }

  @Test(arguments: [
    ("data/entities.csv", "delta,", "office,", 3), ("data/units.csv", "fish,", "litres,", 3),
    ("data/sources.csv", "census,", "survey,", 3), ("data/events.csv", "dam,", "flood,", 3),
  ])
  func duplicateRow(_ path: String, _ old: String, _ new: String, _ line: Int) {
    let reading = readSmall { replace(old, by: new, in: path, of: &$0) }
    let found = reading.diagnostics.first { $0.file == path }
    #expect(found?.line == line)
    #expect(found?.column == 1)
    #expect(found?.severity == .error)
    let dossier = reading.dossier
    let ids =
      dossier.entities.map(\.id) + dossier.units.map(\.id) + dossier.sources.map(\.id)
      + dossier.events.map(\.id)
    #expect(ids.count == 7)
    #expect(Set(ids).count == 7)
  }

  @Test func duplicateRecommendation() {
    let path = "recommendations/springs-2.md"
    let reading = readSmall { replace("id: springs-2", by: "id: springs-1", in: path, of: &$0) }
    #expect(reading.diagnostics.contains { $0.file == path && $0.line == 2 && $0.column == 5 })
    #expect(reading.dossier.recommendations.map(\.title) == ["Measure"])
  }

  @Test func duplicateHeadingKeepsItsText() {
    let path = "chapters/1-springs.md"
    let reading = readSmall {
      replace("## How They Run", by: "## Where They Rise", in: path, of: &$0)
    }
    #expect(reading.diagnostics.contains { $0.file == path && $0.line == 14 })
    #expect(reading.dossier.chapters[0].sections.count == 2)
    #expect(reading.dossier.chapters[0].sections[1].blocks == [.paragraph([Span("Downhill.")])])
  }
}
