import Records
import Text

extension Dossier {
  /// The whole dossier as JSON: the same keys in the same order for every record.
  ///
  /// Prose is Markdown with references as links, periods and locators are as
  /// they are written in a dossier's folder, and what is missing is null, an
  /// empty text or an empty list. Decks come without their speaker notes, which
  /// are for the presenter alone.
  package func json() -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("id", id)
      writer.field("title", title)
      writer.field("subtitle", subtitle)
      writer.field("authors", authors)
      writer.field("publisher", publisher)
      writer.field("date", date?.description)
      writer.field("isbn", isbn)
      writer.field("language", language)
      writer.field("licence", licence)
      writer.key("source-text")
      if let sourceText {
        writer.object {
          $0.field("sha256", sourceText.sha256)
          $0.field("lines", sourceText.lines)
        }
      } else {
        writer.number(nil)
      }
      writer.field("about", ProseText.markdown(about))
      writer.field("addressees", addressees) { $0.write($1) }
      writer.field("themes", themes) { $0.write($1) }
      writer.field("headlines", headlines)
      writer.field("chapters", chapters) { $0.write($1) }
      writer.field("recommendations", recommendations) { $0.write($1) }
      writer.field("indicators", indicators) { $0.write($1) }
      writer.field("units", units) { $0.write($1) }
      writer.field("sources", sources) { $0.write($1) }
      writer.field("events", events) { $0.write($1) }
      writer.field("entities", entities) { $0.write($1) }
      writer.field("links", links) { writer, link in
        writer.object {
          $0.field("from", link.from.description)
          $0.field("to", link.to.description)
          $0.field("topic", link.topic)
          $0.field("note", link.note)
        }
      }
      writer.key("follow-up")
      writer.write(followUp)
      writer.field("decks", decks) { $0.write($1) }
    }
    return writer.text
  }
}

extension Record {
  /// The record as JSON, with the keys that `Dossier.json` gives its kind.
  package func json() -> String {
    var writer = JSONWriter()
    switch self {
    case .chapter(let record): writer.write(record)
    case .section(let record): writer.write(record)
    case .recommendation(let record): writer.write(record)
    case .indicator(let record): writer.write(record)
    case .event(let record): writer.write(record)
    case .entity(let record): writer.write(record)
    case .note(let record): writer.write(record)
    case .source(let record): writer.write(record)
    }
    return writer.text
  }
}
