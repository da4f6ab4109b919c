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

  /// Pages of a dossier.
  package init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The whole dossier: every record, linked with every other that it names.
  package func html() -> String {
    var page = HandoutPage(catalogue, holds: Set(catalogue.references))
    let body = page.dossier()
    let dossier = catalogue.dossier
    return document("dossier", dossier.title, dossier.language, isReport: true, page.styled(body))
  }

  /// The slides of a deck with all their steps, one on each sheet.
  ///
  /// - Parameter hasNotes: Whether to print the notes that are meant for the presenter.
  package func html(_ deck: Deck, hasNotes: Bool = false) -> String {
    var page = HandoutPage(catalogue, holds: deck.shownRecords)
    let body = page.deck(deck, hasNotes: hasNotes)
    return document("deck", deck.title, catalogue.dossier.language, page.styled(body))
  }

  /// A slice of the recommendations on one sheet.
  package func html(_ memo: MemoPage) -> String {
    let page = HandoutPage(catalogue, holds: [])
    let body = page.memo(memo)
    return document("memo sheet", memo.title, memo.memo.language, page.styled(body))
  }

  /// A slice of the recommendations in full.
  package func html(_ memo: Memo) -> String {
    let page = HandoutPage(catalogue, holds: [])
    let body = page.memo(memo)
    return document("memo", memo.title, memo.language, page.styled(body))
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
    return document("memo", sheet.title, language, page.styled(body))
  }

  private func document(
    _ kind: StaticString, _ title: String, _ language: String, isReport: Bool = false,
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
    let code = language.isEmpty ? "en" : language
    let root = HTMLNode.element(
      "html", [.xhtml, .language(code)],
      [.element("head", head), .element("body", [.named(kind)], body)])
    var html = "<!DOCTYPE html>\n"
    root.write(to: &html)
    return html
  }
}
