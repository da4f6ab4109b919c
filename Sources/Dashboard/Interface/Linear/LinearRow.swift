import Model

/// Rows of the dashboard's lists in words.
enum LinearRow {
  /// What a row says; empty for a row that says nothing.
  static func words(_ row: ListContent.Row, of list: ListContent, _ library: Library) -> String {
    let cells = row.cells.map(plain)
    if let reference = row.reference, !row.isHeading {
      switch library.catalogue[reference] {
      case .chapter(let chapter)? where list.hasHeading: return words(chapter, library)
      case .recommendation(let item)? where cells.count == 3: return words(item, library)
      case .indicator(let indicator)? where isIndicator(row): return words(indicator, library)
      case .event(let event)? where cells.count == 3: return words(event, library)
      case .entity(let entity)? where list.hasHeading: return words(entity, library)
      case let record? where cells.count == 4: return hit(record, cells[2], library)
      default: break
      }
    }
    if isFacet(row) {
      return "\(cells[1]), \(cells[2])" + (cells[0] == " " ? "" : ", chosen")
    }
    return cells.map(trimmed).filter { !$0.isEmpty && $0 != "–" }.joined(separator: ", ")
  }

  /// Whether a row switches a choice of a filter.
  static func isFacet(_ row: ListContent.Row) -> Bool {
    guard case .query? = row.destination else { return false }
    return row.cells.count == 3
  }

  /// The text of a cell; nothing for a picture.
  static func plain(_ cell: ListContent.Row.Cell) -> String {
    if case .text(let line) = cell { line.runs.map(\.text).joined() } else { "" }
  }

  private static func isIndicator(_ row: ListContent.Row) -> Bool {
    row.cells.contains { cell in if case .sparkline = cell { true } else { false } }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }).trimmingEnd
  }

  private static func words(_ chapter: Chapter, _ library: Library) -> String {
    let own = library.dossier.recommendations.filter { $0.chapter == chapter.id }
    let counts = [
      count(own.count { $0.standing == .recommendation }, "recommendation"),
      count(own.count { $0.standing == .proposal }, "proposal"),
      count(library.dossier.indicators.count { $0.chapter == chapter.id }, "indicator"),
    ].filter { !$0.isEmpty }
    return ([chapter.shortTitle] + counts).joined(separator: ", ")
  }

  private static func words(_ item: Recommendation, _ library: Library) -> String {
    "\(item.title) (\(Rows.shortName(item, library))), asked of \(asked(item, library))"
  }

  private static func asked(_ item: Recommendation, _ library: Library) -> String {
    let names = item.addressees.map(library.catalogue.addressee).joined(separator: " and ")
    return names + (item.addresseeBasis == .inferred ? ", inferred" : "")
  }

  private static func words(_ indicator: Indicator, _ library: Library) -> String {
    let single = indicator.series.count < 2 || indicator.series[0].observations.count > 1
    let value =
      single ? Rows.lastValueInWords(indicator, library) : Rows.lastValue(indicator, library)
    return value.isEmpty
      ? indicator.title : "\(indicator.title): \(LinearPage.worded(value))"
  }

  private static func words(_ event: Event, _ library: Library) -> String {
    let chapter = library.catalogue.chapter(event.chapter).map { ", \($0.shortTitle)" } ?? ""
    return "\(event.date.title): \(event.title)\(chapter)"
  }

  private static func words(_ entity: Entity, _ library: Library) -> String {
    let chapters = library.mentions.chapters(of: entity.id).compactMap(library.catalogue.chapter)
    let numbers = chapters.map { "\($0.number)" }.joined(separator: ", ")
    let acronym = entity.acronym.isEmpty ? "" : " (\(entity.acronym))"
    let places = numbers.isEmpty ? "" : ", in chapter\(chapters.count == 1 ? "" : "s") \(numbers)"
    return "\(entity.name)\(acronym), \(entity.kind.rawValue)\(places)"
  }

  /// A result of a search: its title, what it is, and the words in context.
  private static func hit(_ record: Record, _ context: String, _ library: Library) -> String {
    let kind = Rows.kind(record, library)
    let told = context == record.kindTitle || context.isEmpty ? "" : ": \(context)"
    return "\(record.title), \(kind.lowercasedFirst)\(told)"
  }

  /// `1 figure`, `3 figures`; empty for none.
  static func count(_ number: Int, _ word: String) -> String {
    number == 0 ? "" : "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}

extension String {
  /// The text with its first letter in lower case.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
