package import Records
import Text

/// Reads a deck: a file of `decks/`, or one from anywhere else.
package enum DeckReader {
  private static let keys = ["title", "minutes", "must-show"]

  /// The most bytes of a deck.
  static let sizeLimit = 4 << 20
  /// The most decks of a dossier.
  static let deckLimit = 100
  /// The most slides of a deck.
  static let slideLimit = 1000

  /// Reads the text of a deck from outside the dossier's folder.
  ///
  /// It never fails, and the work is bounded whatever the bytes are. If an inclusion is not in the
  /// dossier, it is reported and stays in its place; so does the text of a link that leads nowhere.
  ///
  /// - Parameters:
  ///   - text: The file's bytes.
  ///   - name: The file's path as the diagnostics name it; the deck's id is made from it.
  ///   - dossier: What the deck's references and inclusions name.
  package static func read(text: [UInt8], name: String, dossier: Dossier) -> DeckReading {
    var draft = Draft(around: dossier)
    guard text.count <= sizeLimit else {
      draft.log.error(
        Place(name), "the deck has more than \(sizeLimit >> 20) MiB", remedy: "split it")
      return DeckReading(deck: Deck(id: id(of: name), title: name), diagnostics: draft.log.sorted)
    }
    let file = text.withUnsafeBufferPointer { SourceFile(path: name, raw: $0, log: &draft.log) }
    read(file, into: &draft)
    draft.checkReferences()
    let deck = draft.dossier.decks.last ?? Deck(id: id(of: name), title: CleanText.line(name))
    return DeckReading(deck: deck, diagnostics: draft.log.sorted)
  }

  /// Reads a file into the draft's decks.
  static func read(_ file: SourceFile, into draft: inout Draft) {
    defer { draft.log.unmute() }
    let id = id(of: file.path)
    if let other = draft.dossier.decks.first(where: { $0.id == id }) {
      return draft.log.error(
        Place(file.path), "the deck's id \"\(id)\" is that of \(CleanText.line(other.file)) too",
        remedy: "give the file another name")
    }
    var front: FrontMatter?
    if file.bytes.starts(with: "---".utf8) {
      front = FrontMatter(file, log: &draft.log)
      if front == nil { return draft.markUnread(file.path) }
    } else if !file.bytes.isEmpty {
      draft.log.warning(
        Place(file.path, 1, 1), "the deck has no front matter",
        remedy: "start the file with ---, title: …, ---")
    }
    let fields = Fields(front?.fields ?? [], file: file.path, keys: keys, log: &draft.log)
    let title = front == nil ? nil : fields.needed("title", log: &draft.log)
    var deck = Deck(id: id, title: title ?? "", file: CleanText.line(file.path))
    deck.minutes = minutes(fields, log: &draft.log)
    let mustShow = fields.list("must-show", log: &draft.log)
    draft.log.unmute()
    var body = DeckBody(file: file.path, draft: draft)
    body.read(front?.body ?? file.bytes[...], firstLine: front?.bodyLine ?? 1)
    draft = body.draft
    deck.slides = body.slides
    if deck.title.isEmpty {
      deck.title = deck.slides.lazy.map(\.heading.plainText).first { !$0.isEmpty } ?? id
    }
    mark(mustShow, in: &deck, log: &draft.log)
    checkMinutes(of: deck, fields.place("minutes"), log: &draft.log)
    draft.dossier.decks.append(deck)
  }

  /// The id given by the file's name.
  private static func id(of path: String) -> String {
    let stem = (path.split(separator: "/").last ?? "").prefix { $0 != "." }
    let slug = Identifier.slug(String(stem))
    return slug.isEmpty ? "deck" : slug
  }

  private static func minutes(_ fields: Fields, log: inout DiagnosticLog) -> Double? {
    let text = fields.text("minutes", log: &log)
    if text.isEmpty { return nil }
    if let minutes = Minutes.read(text) { return minutes }
    log.error(
      fields.place("minutes"), "\"\(text)\" is not a number of minutes", remedy: Minutes.remedy)
    return nil
  }

  /// Marks the slides that stay when the talk is cut short.
  private static func mark(_ items: [Fields.Item], in deck: inout Deck, log: inout DiagnosticLog) {
    let numbers = Dictionary(
      deck.slides.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for item in items {
      guard let number = numbers[item.text] else {
        let near = Spelling.nearest(to: item.text, in: deck.slides.map(\.id))
        log.error(
          item.place, "there is no slide \"\(item.text)\"",
          remedy: near.map { "did you mean \($0)?" }
            ?? "write the slide's heading in lower case with hyphens")
        continue
      }
      if deck.slides[number].isMust {
        log.warning(item.place, "\"\(item.text)\" appears twice in must-show", remedy: "remove one")
      }
      deck.slides[number].isMust = true
    }
  }

  /// Reports slides that ask for more time than the deck has.
  private static func checkMinutes(of deck: Deck, _ place: Place, log: inout DiagnosticLog) {
    guard let minutes = deck.minutes else { return }
    let own = deck.slides.compactMap(\.minutes)
    let sum = own.reduce(0, +)
    if sum > minutes + 0.001 {
      log.warning(
        place,
        "the slides ask for \(Minutes.text(sum)) minutes, the deck has \(Minutes.text(minutes))",
        remedy: "give the slides less time, or the deck more")
    } else if sum > minutes - 0.001, own.count < deck.slides.count {
      log.warning(
        place, "the deck's minutes leave nothing for \(deck.slides.count - own.count) slides",
        remedy: "give the deck more")
    }
  }
}

/// The result of reading a deck: what could be read of it, and every fault.
package struct DeckReading: Sendable {
  /// The deck; without slides if nothing could be read.
  package var deck: Deck
  /// The faults by line.
  package var diagnostics: [Diagnostic]

  /// A deck with its faults.
  package init(deck: Deck, diagnostics: [Diagnostic]) {
    self.deck = deck
    self.diagnostics = diagnostics
  }
}

extension Draft {
  /// A draft that declares every record of a dossier and holds none of its decks.
  fileprivate init(around dossier: Dossier) {
    self.init()
    self.dossier = dossier
    self.dossier.decks = []
    log.example = dossier.chapters.first?.reference
    themes = Set(dossier.themes.map(\.id))
    addressees = Set(dossier.addressees.map(\.id))
    for reference in Catalogue(dossier).references where !knows(reference) {
      _ = declare(reference, Place("index.md"))
    }
  }
}
