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
      case .indicator? where cells.count == 5: return observation(cells)
      case .event(let event)? where cells.count == 3: return words(event, library)
      case .entity(let entity)? where list.hasHeading: return words(entity, library)
      case .note(let note)? where cells.count == 2 && cells[0] == "\(note.number)":
        return "Note \(note.number): \(cells[1])"
      case let record? where cells.count == 4: return hit(record, cells[2], library)
      case let record? where cells.count == 2: return words(record, note: cells[1], library)
      default: break
      }
    }
    if isFacet(row) {
      return "\(chapter(cells[1], library)): \(cells[2])" + (cells[0] == " " ? "" : ", chosen")
    }
    // What stands beside the matrix is its key.
    if case .route? = row.destination { return cells.first ?? "" }
    if case .query? = row.destination, cells.count == 2 { return "\(cells[0]): \(cells[1])" }
    return cells.map(trimmed).filter { !$0.isEmpty && $0 != "–" }.joined(separator: ", ")
  }

  /// A heading between rows: `Chapter 1, Economics, 6`.
  static func heading(_ text: String, _ library: Library) -> String {
    var text = trimmed(text.replacing("  ", with: " "))
    var count = ""
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("),
      let number = Int(text[text.index(after: open)...].dropLast())
    {
      count = ", \(number)"
      text = trimmed(String(text[..<open]))
    }
    return chapter(text, library) + count
  }

  /// `1 Economics` as `Chapter 1, Economics`; any other text as it is.
  private static func chapter(_ text: String, _ library: Library) -> String {
    let chapter = library.dossier.chapters.first { "\($0.number) \($0.shortTitle)" == text }
    return chapter.map { "Chapter \($0.number), \($0.shortTitle)" } ?? text
  }

  /// Whether the rows are the observations of an indicator, which lead to their sources.
  static func areObservations(_ list: ListContent) -> Bool {
    list.rows.contains { row in
      guard case .record(let target)? = row.destination else { return false }
      return target.kind == .source && row.reference?.kind == .indicator
    }
  }

  /// An observation: period, series, value, qualifier and what is remarked.
  private static func observation(_ cells: [String]) -> String {
    let lead = cells[0..<2].filter { !$0.isEmpty && $0 != "–" }.joined(separator: ", ")
    let value = cells[2] == "–" ? ValueFormat.missing : cells[2].replacing("-", with: "−")
    let told = [value, cells[3]].filter { !$0.isEmpty }.joined(separator: ", ")
    let remark = cells[4].isEmpty ? "" : ". \(cells[4])"
    return (lead.isEmpty ? told : "\(lead): \(told)") + remark
  }

  /// Any record: what it is, its title, and what is remarked unless it says the same.
  private static func words(_ record: Record, note: String, _ library: Library) -> String {
    let kind = Rows.kind(record, library)
    return "\(kind): \(record.title)" + (note.isEmpty || note == kind ? "" : ", \(note)")
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
      LinearWords.count(own.count { $0.standing == .recommendation }, "recommendation"),
      LinearWords.count(own.count { $0.standing == .proposal }, "proposal"),
      LinearWords.count(library.dossier.indicators.count { $0.chapter == chapter.id }, "indicator"),
    ].filter { !$0.isEmpty }
    return ([chapter.shortTitle] + counts).joined(separator: ", ")
  }

  private static func words(_ item: Recommendation, _ library: Library) -> String {
    "\(item.title) (\(Rows.shortName(item, library))), asked of \(asked(item, library))"
  }

  private static func asked(_ item: Recommendation, _ library: Library) -> String {
    let names = LinearWords.list(item.addressees.map(library.catalogue.addressee))
    return names + (item.addresseeBasis == .inferred ? ", inferred" : "")
  }

  private static func words(_ indicator: Indicator, _ library: Library) -> String {
    let single = indicator.series.count < 2 || indicator.series[0].observations.count > 1
    let value =
      single ? Rows.lastValueInWords(indicator, library) : Rows.lastValue(indicator, library)
    return value.isEmpty ? indicator.title : "\(indicator.title): \(value)"
  }

  private static func words(_ event: Event, _ library: Library) -> String {
    let chapter = library.catalogue.chapter(event.chapter).map { ", \($0.shortTitle)" } ?? ""
    return "\(event.date.title): \(event.title)\(chapter)"
  }

  private static func words(_ entity: Entity, _ library: Library) -> String {
    let chapters = library.mentions.chapters(of: entity.id)
      .compactMap(library.catalogue.chapter)
    let numbers = chapters.map { "\($0.number)" }.joined(separator: ", ")
    let acronym = entity.acronym.isEmpty ? "" : " (\(entity.acronym))"
    let places = numbers.isEmpty ? "" : ", in chapter\(chapters.count == 1 ? "" : "s") \(numbers)"
    return "\(entity.name)\(acronym), \(entity.kind.rawValue)\(places)"
  }

  /// A result of a search: what it is, its title, and the words in context.
  private static func hit(_ record: Record, _ context: String, _ library: Library) -> String {
    let told = context == record.kindTitle || context.isEmpty ? "" : ". \(context)"
    return "\(Rows.kind(record, library)): \(record.title)\(told)"
  }
}

extension String {
  /// The text with its first letter in lower case, unless it begins with an abbreviation.
  var lowercasedFirst: String {
    let second = dropFirst().first
    return second?.isLowercase == true ? prefix(1).lowercased() + dropFirst() : self
  }

  /// The text with its first letter as a capital, unless it begins with a unit's symbol: `g`, `km`,
  /// `kWh`.
  var capitalisedFirst: String {
    let word = prefix { $0.isLetter }
    guard word.count > 2, word.dropFirst().allSatisfy(\.isLowercase) else { return self }
    return prefix(1).uppercased() + dropFirst()
  }
}
