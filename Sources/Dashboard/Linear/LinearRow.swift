import Browsing
import Query
import Records

/// Rows of the dashboard's lists in words.
extension ListPanel.Row {
  /// The text of a row; empty if it has none.
  func words(_ library: Library) -> String {
    let record = reference.flatMap { library.catalogue[$0] }
    switch telling {
    case .record: return record.map { Self.words($0, library) } ?? text(0)
    case .recommendation(let status):
      let words = record.map { Self.words($0, library) } ?? text(1)
      return words + (status.isEmpty ? "" : ", \(status)")
    case .mention(let remark):
      let title = record.map { Self.named($0, library) } ?? text(0)
      return title + (remark.isEmpty ? "" : ", \(remark)")
    case .hit:
      let title = record.map { Self.named($0, library) } ?? text(0)
      let context = text(2)
      let status = text(3)
      return title + (status.isEmpty ? "" : ", \(status)")
        + (context.isEmpty || context == record.map(library.catalogue.kind) ? "" : ". \(context)")
    case .observation(let words): return words
    case .choice(let name, let count, let isChosen):
      // The rows of a heading follow, so its count does not end the sentence.
      let told = count.map { (isHeading ? ", " : ": ") + "\($0)" } ?? ""
      return name + told + (isChosen ? ", chosen" : "")
    case .cells:
      return cells.indices.map { text($0) }.filter { !$0.isEmpty }.joined(separator: ", ")
    case .nothing: return ""
    }
  }

  /// A record by its kind and title.
  private static func named(_ record: Record, _ library: Library) -> String {
    "\(library.catalogue.kind(of: record)): \(record.title)"
  }

  /// A record within a list of its kind.
  private static func words(_ record: Record, _ library: Library) -> String {
    let catalogue = library.catalogue
    switch record {
    case .chapter(let chapter):
      let own = library.dossier.recommendations.filter { $0.chapter == chapter.id }
      let counts = [
        LinearWords.count(own.count { $0.standing == .recommendation }, "recommendation"),
        LinearWords.count(own.count { $0.standing == .proposal }, "proposal"),
        LinearWords.count(
          library.dossier.indicators.count { $0.chapter == chapter.id }, "indicator"),
      ].filter { !$0.isEmpty }
      return ([chapter.shortTitle] + counts).joined(separator: ", ")
    case .recommendation(let item):
      let names = LinearWords.list(item.addressees.map(catalogue.addressee))
      let basis = item.addresseeBasis == .inferred ? ", inferred" : ""
      return "\(item.title) (\(catalogue.number(item))), asked of \(names)\(basis)"
    case .indicator(let indicator):
      if !indicator.finding.isEmpty { return indicator.finding }
      return "\(indicator.title): \(catalogue.valueLine(of: indicator))"
    case .event(let event):
      let chapter = catalogue.chapter(event.chapter).map { ", \($0.shortTitle)" } ?? ""
      return "\(event.date.title): \(event.title)\(chapter)"
    case .entity(let entity):
      let chapters = library.mentions.chapters(of: entity.id).compactMap(catalogue.chapter)
      let numbers = chapters.map { "\($0.number)" }.joined(separator: ", ")
      let acronym = entity.acronym.isEmpty ? "" : " (\(entity.acronym))"
      let places =
        numbers.isEmpty ? "" : ", in chapter\(chapters.count == 1 ? "" : "s") \(numbers)"
      return "\(entity.name)\(acronym), \(entity.kind.rawValue)\(places)"
    case .note(let note): return "Note \(note.number): \(note.statement.plainText)"
    case .section, .source: return named(record, library)
    }
  }
}
