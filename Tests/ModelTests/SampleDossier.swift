@testable import Reading
@testable import Records

/// A small dossier of two chapters in which every kind of record occurs.
func sampleDossier() -> Dossier {
  func link(_ text: String, _ target: String) -> Span {
    Span(text, target: Reference(target).map(Target.record))
  }
  var dossier = Dossier()
  dossier.id = "sample"
  dossier.title = "Roads & Rivers"
  dossier.subtitle = "A Sample"
  dossier.authors = ["Ana Peña", "Bo Li"]
  dossier.publisher = "Example House"
  dossier.date = Period("2013-05")
  dossier.isbn = "978-0-00-000000-0"
  dossier.addressees = [Category(id: "north", name: "North"), Category(id: "south", name: "South")]
  dossier.themes = [Category(id: "trade", name: "Trade"), Category(id: "water", name: "Water")]
  dossier.chapters = [
    Chapter(
      id: "roads", number: 1, title: "Roads to Market", shortTitle: "Roads", authors: ["Ana Peña"],
      locator: Locator(lines: 1...10), summary: "Trucks wait too long.",
      keyMessages: [[Span("Waiting costs money.")]],
      sections: [
        Section(
          id: "roads#waiting", chapter: "roads", title: "Waiting",
          locator: Locator(lines: 2...9, words: "Trucks wait"),
          blocks: [
            .paragraph([Span("In México "), link("about 40 percent", "indicator:share")]),
            .paragraph([Span("The trading ports are slow; the ABC says so.")]),
          ]),
        Section(
          id: "roads#queues", chapter: "roads", title: "Queues at Ports", level: 2,
          locator: Locator(lines: 4...6),
          blocks: [.paragraph([Span("A port that is slow is a slow port.")])]),
      ],
      notes: [
        Note(chapter: "roads", number: 1, text: [Span("A survey of drivers.")], isLost: false)
      ]),
    Chapter(
      id: "rivers", number: 2, title: "Shared Rivers", authors: ["Bo Li"],
      locator: Locator(lines: 11...20),
      sections: [
        Section(
          id: "rivers#dams", chapter: "rivers", title: "Dams", locator: Locator(lines: 12...15),
          blocks: [
            .paragraph([Span("The Agency for Better Concrete builds. Abc order is not it.")])
          ])
      ]),
  ]
  dossier.recommendations = [
    Recommendation(
      id: "roads-1", chapter: "roads", number: 1, title: "Widen the roads", addressees: ["north"],
      themes: ["trade"],
      evidence: [Reference(.section, "roads#waiting"), Reference(.indicator, "share")],
      related: [Reference(.recommendation, "rivers-1")],
      locator: Locator(lines: 7...8, words: "Widen the roads"),
      atAGlance: Locator(lines: 18...18, words: "Widen roads"),
      text: [.paragraph([Span("Widen every road "), link("that is full", "indicator:share")])],
      why: [.paragraph([Span("Lorries queue.")])]),
    Recommendation(
      id: "rivers-1", chapter: "rivers", number: 1, title: "Clean the river",
      addressees: ["north", "south"], themes: ["water", "trade"]),
    Recommendation(
      id: "rivers-p1", standing: .proposal, chapter: "rivers", number: 1, title: "Ask the fish",
      addressees: ["south"], themes: []),
  ]
  dossier.indicators = [
    Indicator(
      id: "share", title: "Share of full roads", unit: "percent", chapter: "roads", kind: .share,
      chart: .bars, source: "report", note: "Counted twice, = 1",
      overlays: [Overlay(indicator: "length")],
      series: [
        Series(
          name: "North",
          observations: [
            Observation(
              period: .year(2010), value: 40, qualifiers: .about,
              locators: [Locator(lines: 3...4, words: "40 percent")], note: "At noon")
          ]),
        Series(
          name: "South",
          observations: [Observation(value: 12.5, decimals: 1, source: "office")]),
      ]),
    Indicator(
      id: "length", title: "Length of roads", unit: "km", chapter: "roads", source: "office",
      series: [
        Series(observations: [
          Observation(period: .year(2011), value: 1200),
          Observation(period: .year(2012), value: nil),
        ])
      ]),
  ]
  dossier.units = [
    Unit(id: "percent", title: "percent", suffix: "%"),
    Unit(id: "km", title: "kilometres", suffix: " km"),
  ]
  dossier.sources = [
    Source(id: "report", producer: "Example House", title: "Roads & Rivers", date: "2013-05"),
    Source(
      id: "office", producer: "Office of Roads", title: "Road_lengths {all}", date: "2012",
      url: "https://example.org/roads?a=1&b=2", licence: "open"),
  ]
  dossier.events = [
    Event(
      id: "opening", date: Period(kind: .day, first: .init(year: 1999, month: 3, day: 2)),
      title: "The first road opens", chapter: "roads", theme: "trade",
      locators: [Locator(lines: 5...5)])
  ]
  dossier.entities = [
    Entity(
      id: "abc", name: "Agency for Better Concrete", acronym: "ABC", kind: .organisation,
      description: "Pours concrete.", locators: [Locator(lines: 13...13)]),
    Entity(
      id: "mexico", name: "Mexico", kind: .place, locators: [Locator(lines: 99...99)]),
  ]
  dossier.links = [
    Link(
      from: Reference(.section, "roads#waiting"), to: Reference(.section, "rivers#dams"),
      topic: "Concrete", note: "Both use it.")
  ]
  return dossier
}
