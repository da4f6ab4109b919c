import BuiltIn

@testable import Browsing
@testable import Canvas
@testable import Records
@testable import Talk

/// A briefing that keys are pressed on, without a terminal.
struct TalkDriver {
  let stage: Stage
  var talk: Talk
  private(set) var effects: [TalkEffect] = []

  init(
    _ deck: Deck = BriefingDecks.sample, _ width: Int = 80, _ height: Int = 24,
    seat: Talk.Seat = .presenter, glyphs: Glyphs = .unicode
  ) {
    stage = Stage(deck, Library(builtInReading, preferences: Preferences(glyphs: glyphs)))
    talk = Talk(seat, size: Size(width: width, height: height), stage)
  }

  mutating func send(_ message: TalkMessage) { effects += update(&talk, message, stage) }

  /// Presses keys by their names, separated by spaces.
  mutating func press(_ keys: String) {
    for name in keys.split(separator: " ") {
      guard let key = Key(name) else { fatalError("no key \(name)") }
      send(.key(key))
    }
  }

  mutating func takeEffects() -> [TalkEffect] {
    defer { effects = [] }
    return effects
  }

  var canvas: Canvas {
    switch talk.seat {
    case .presenter: PresenterView.draw(talk, stage)
    case .console: ConsoleView.draw(talk, stage)
    case .follower: FollowerView.draw(talk, stage)
    }
  }
  var text: String { canvas.text() }
}

/// Decks built by hand.
enum BriefingDecks {
  static func paragraph(_ text: String) -> Block { .paragraph([Span(text)]) }
  static func bullets(_ items: String...) -> Block {
    .list(start: nil, items: items.map { [paragraph($0)] })
  }
  static func block(_ block: Block, step: Int = 0) -> SlideElement {
    SlideElement(.block(block), step: step)
  }

  /// A talk of fifteen minutes as somebody would give it.
  static let sample = Deck(
    id: "sample", title: "U.S.-Mexico relations in fifteen minutes", minutes: 15,
    slides: [
      Slide(
        id: "title", heading: [Span("New Ideas for a New Era")], isTitle: true,
        elements: [
          block(paragraph("Policy options for the next stage in U.S.-Mexico relations")),
          block(paragraph("A briefing for legislators")),
        ],
        notes: [SpeakerNote([paragraph("Welcome everybody by name.")])], minutes: 1, isMust: true),
      Slide(
        id: "three-points", heading: [Span("Three points to take away")],
        elements: [
          block(bullets("The two economies build things together.")),
          block(bullets("Security is a shared task and has to stay one."), step: 1),
          block(
            .list(
              start: nil,
              items: [
                [
                  .paragraph([
                    Span("The border is "), Span("one", .strong),
                    Span(" region: trade, people and water cross it every day."),
                  ])
                ]
              ]), step: 2),
        ],
        notes: [
          SpeakerNote([paragraph("Say first what is asked of them.")]),
          SpeakerNote([paragraph("The second point is the one they will question.")], step: 1),
        ], isMust: true),
      Slide(
        id: "trade", heading: [Span("What crosses the border is made on both sides")],
        elements: [
          SlideElement(.inclusion(.chart(indicator: "goods-trade-mexico"))),
          block(paragraph("Supply chains run across the border, not around it."), step: 1),
        ], minutes: 3),
      Slide(
        id: "asked", heading: [Span("What is asked on security")],
        elements: [SlideElement(.inclusion(.recommendations(category: "security")))],
        minutes: 4, isMust: true),
      Slide(
        id: "one", heading: [Span("One recommendation")],
        elements: [
          SlideElement(.inclusion(.record(Reference(.recommendation, "economics-3"))))
        ]),
      Slide(
        id: "columns", heading: [Span("Two sides of a coin")],
        elements: [
          SlideElement(
            .columns([
              [
                block(paragraph("In the United States")),
                block(bullets("jobs in 50 states", "cheaper goods")),
              ],
              [SlideElement(.inclusion(.chart(indicator: "us-content")), step: 1)],
            ]))
        ]),
      Slide(
        id: "matrix", heading: [Span("Who is asked for what")],
        elements: [SlideElement(.inclusion(.matrix))]),
      Slide(
        id: "timeline", heading: [Span("How it came about")],
        elements: [SlideElement(.inclusion(.timeline(years: 2007...2013)))]),
      Slide(
        id: "quote", heading: [],
        elements: [
          block(
            .quote([
              paragraph(
                "Neighbours cannot choose each other; they can choose how to live together.")
            ])),
          block(.code(["dossier show rec:economics-3"])),
        ]),
      Slide(id: "close", heading: [Span("¿Preguntas? México, Peña, español")], isTitle: true),
    ])

  /// Everything that breaks presentation programs.
  static let torture = Deck(
    id: "torture", title: "Tortura: ¡todo a la vez, con un título que no termina nunca jamás!",
    minutes: 5,
    slides: [
      Slide(
        id: "long-title",
        heading: [
          Span(
            "A title of so many words that no letters of any size could ever show all of them in a small terminal"
          )
        ], isTitle: true),
      Slide(id: "cjk-title", heading: [Span("政策報告書 2013 年")], isTitle: true),
      Slide(id: "accents", heading: [Span("Über Ångström, Łódź, café, naïve, ÇA")], isTitle: true),
      Slide(
        id: "wide-table", heading: [Span("A wide table")],
        elements: [
          block(
            .table(
              header: (1...9).map { [Span("Heading\($0)")] },
              rows: (1...4).map { row in
                (1...9).map { [Span("cell\(row)x\($0) with some words")] }
              }))
        ]),
      Slide(
        id: "long-words",
        heading: [Span("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen")],
        elements: [
          block(paragraph(String(repeating: "extraordinarily", count: 14) + "END")),
          block(paragraph("漢字かな交じり文は単語の間に空白がないので、どこでも折り返せる。終わり")),
        ]),
      Slide(
        id: "sixty", heading: [Span("Sixty lines")],
        elements: [
          block(.list(start: 1, items: (1...60).map { [paragraph("item\($0)x of sixty")] }))
        ], notes: [SpeakerNote([paragraph("secretnote")])]),
      Slide(
        id: "missing", heading: [Span("Nothing behind it")],
        elements: [
          SlideElement(.inclusion(.chart(indicator: "no-such-chart"))),
          SlideElement(.inclusion(.record(Reference(.recommendation, "no-such-rec")))),
          SlideElement(.inclusion(.recommendations(category: "no-such-category"))),
          SlideElement(.inclusion(.timeline(years: 1300...1301))),
        ]),
      Slide(
        id: "code", heading: [Span("Code")],
        elements: [
          block(
            .code(["let veryLongLine = " + String(repeating: "argument, ", count: 20) + "LAST"]))
        ]),
      Slide(
        id: "columns", heading: [Span("Columns of everything")],
        elements: [
          SlideElement(
            .columns([
              [
                block(bullets("left one", "left two")),
                SlideElement(.inclusion(.chart(indicator: "us-content"))),
              ],
              [
                block(paragraph(String(repeating: "right words ", count: 40) + "RIGHTEND")),
                SlideElement(.columns([[block(paragraph("nested"))]])),
              ],
              [block(paragraph("third"), step: 2)],
            ]), step: 1)
        ]),
      Slide(id: "empty"),
    ])
}
