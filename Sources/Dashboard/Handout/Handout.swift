package import Query
package import Records

/// A dossier, a deck or a memo as one page for a browser or a printer.
///
/// The page is complete: it has no script and loads nothing. Its charts are SVG pictures with their
/// values in tables, it follows the reader's choice of light or dark, and in print each chapter or
/// slide starts a new sheet of any size. It is valid HTML and XML, and the same dossier always
/// makes the same bytes.
package struct Handout: Sendable {
  /// The records that pages are made of.
  package let catalogue: Catalogue
  /// The files of pictures that slides show, by their paths; others are told by their words.
  package var photographs: [String: PictureFile] = [:]

  /// Pages of a dossier.
  package init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The whole dossier: every record, linked with every other that it names.
  package func html() -> String { page(.browser).html }

  /// The slides of a deck with all their steps, one on each sheet.
  ///
  /// - Parameter hasNotes: Whether to print the notes that are meant for the presenter.
  package func html(_ deck: Deck, hasNotes: Bool = false) -> String {
    page(deck, hasNotes: hasNotes, .browser).html
  }

  /// A slice of the recommendations on one sheet.
  package func html(_ memo: MemoPage) -> String { page(memo, .browser).html }

  /// A slice of the recommendations in full.
  package func html(_ memo: Memo) -> String { page(memo, .browser).html }

  /// The whole dossier for a medium.
  package func page(_ medium: HandoutMedium) -> PaperPage {
    var page = HandoutPage(catalogue, holds: Set(catalogue.references), medium: medium)
    let body = page.dossier()
    let dossier = catalogue.dossier
    return finished(page, "dossier", dossier.title, dossier.language, isReport: true, body)
  }

  /// The slides of a deck for a medium.
  package func page(_ deck: Deck, hasNotes: Bool, _ medium: HandoutMedium) -> PaperPage {
    var page = HandoutPage(catalogue, holds: deck.shownRecords, medium: medium)
    page.photographs = photographs
    let body = page.deck(deck, hasNotes: hasNotes)
    return finished(page, "deck", deck.title, catalogue.dossier.language, body)
  }

  /// A slice of the recommendations on one sheet, for a medium.
  package func page(_ memo: MemoPage, _ medium: HandoutMedium) -> PaperPage {
    let page = HandoutPage(catalogue, holds: [], medium: medium)
    return finished(page, "memo sheet", memo.title, memo.memo.language, page.memo(memo))
  }

  /// A slice of the recommendations in full, for a medium.
  package func page(_ memo: Memo, _ medium: HandoutMedium) -> PaperPage {
    let page = HandoutPage(catalogue, holds: [], medium: medium)
    return finished(page, "memo", memo.title, memo.language, page.memo(memo))
  }

  private func finished(
    _ page: HandoutPage, _ kind: StaticString, _ title: String, _ language: String,
    isReport: Bool = false, _ body: [HTMLNode]
  ) -> PaperPage {
    let body = page.medium == .office ? Self.plain(body) : page.styled(body)
    let html = document(
      kind, title, language, isReport: isReport, isPaper: page.medium == .paper, body)
    return PaperPage(html: html, pictures: page.files)
  }

  /// A body without what only a browser needs, and without the title, which is in the head.
  private static func plain(_ nodes: [HTMLNode]) -> [HTMLNode] {
    nodes.compactMap { node in
      guard case .element(let name, let attributes, let children) = node else { return node }
      if ["nav", "details", "h1"].contains("\(name)") { return nil }
      return .element(name, attributes, plain(children))
    }
  }

  /// A record on its own.
  package func html(_ sheet: RecordSheet) -> String {
    var page = HandoutPage(catalogue, holds: [])
    var main: [HTMLNode] = []
    for part in sheet.parts {
      let heading = part.heading.isEmpty ? [] : [HandoutPage.heading(2, [.text(part.heading)])]
      main.append(.element("section", heading + page.prose(part.blocks)))
    }
    let head: [HTMLNode] = [
      HandoutPage.heading(1, [.text(sheet.title)]),
      .element("p", [.named("imprint")], [.text(sheet.kind)]),
    ]
    let body: [HTMLNode] = [
      .element("header", head), .element("main", [.id("main")], main), page.footer(),
    ]
    let language = catalogue.dossier.language
    return document(
      "memo", sheet.title, language, isReport: false, isPaper: false, page.styled(body))
  }

  private func document(
    _ kind: StaticString, _ title: String, _ language: String, isReport: Bool, isPaper: Bool,
    _ body: [HTMLNode]
  ) -> String {
    let dossier = catalogue.dossier
    var head: [HTMLNode] = [
      .element("meta", [.utf8], []), .element("meta", HTMLAttribute.policy, []),
      .element("meta", HTMLAttribute.meta("viewport", "width=device-width, initial-scale=1"), []),
      .element("meta", HTMLAttribute.meta("color-scheme", "light dark"), []),
      .element("meta", HTMLAttribute.meta("referrer", "no-referrer"), []),
      .element("meta", HTMLAttribute.meta("generator", "dossier"), []),
    ]
    // The report's authors did not write a deck or a memo.
    if isReport, !dossier.authors.isEmpty {
      let authors = dossier.authors.joined(separator: ", ")
      head.append(.element("meta", HTMLAttribute.meta("author", authors), []))
    }
    let name = HTMLNode.text(title)
    head.append(.element("title", [name.isBlank ? "Untitled" : name]))
    head.append(.style(HandoutStyle.sheet))
    if isPaper { head.append(.style(HandoutStyle.paper)) }
    let code = language.isEmpty ? "en" : language
    let root = HTMLNode.element(
      "html", [.xhtml, .language(code)],
      [.element("head", head), .element("body", [.named(kind)], body)])
    var html = "<!DOCTYPE html>\n"
    root.write(to: &html)
    return html
  }
}
