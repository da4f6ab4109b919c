import Model

/// Thousands of rows, of which those are made that are looked at.
extension Rows {
  /// The rows of recommendations under headings, made when they are looked at.
  ///
  /// - Parameter groups: The recommendations under each heading; nil for one without a heading.
  static func recommendations(
    _ groups: [(heading: ListContent.Row?, items: [Recommendation])], _ library: Library
  ) -> (rows: ListRows, widths: [Int?]) {
    let all = groups.flatMap(\.items)
    let rows = ListRows(groups.map { ($0.heading, $0.items.count) }) { [unowned library] number in
      recommendation(all[number], library)
    }
    let numbers = all.lazy.map { shortNameWidth($0, library) }.max() ?? 0
    // Few are asked in many ways.
    var asked: [[String]: Int] = [:]
    let sign = (" " + library.glyphs.inferred).columns
    var widest = 0
    for index in all.indices {
      var width = asked[all[index].addressees] ?? -1
      if width < 0 {
        width = names(all[index].addressees, library).columns
        asked[all[index].addressees] = width
      }
      widest = max(widest, width + (all[index].addresseeBasis == .inferred ? sign : 0))
    }
    return (rows, [numbers, nil, widest])
  }

  private static func shortNameWidth(_ item: Recommendation, _ library: Library) -> Int {
    func digits(_ number: Int) -> Int { number < 10 ? 1 : 1 + digits(number / 10) }
    let chapter = library.catalogue.chapterNumber(item.chapter) ?? 0
    return digits(chapter) + (item.standing == .proposal ? 2 : 1) + digits(item.number)
  }

  /// The rows of indicators under headings, made when they are looked at.
  ///
  /// - Parameter groups: The indicators under each heading; nil for one without a heading.
  static func indicators(
    _ groups: [(heading: ListContent.Row?, items: [Indicator])], _ library: Library
  ) -> (rows: ListRows, widths: [Int?]) {
    let all = groups.flatMap(\.items)
    let rows = ListRows(groups.map { ($0.heading, $0.items.count) }) { [unowned library] number in
      indicator(all[number], library)
    }
    let values = widest(all, 18) { lastValue($0, library) }
    return (rows, [nil, nil, values, widest(all, 8, change)])
  }

  /// The columns of the widest of some texts; no more than so many, for the sake of which the rest
  /// is not made.
  private static func widest(
    _ all: [Indicator], _ most: Int, _ text: (Indicator) -> String
  ) -> Int {
    var widest = 0
    for indicator in all where widest < most { widest = max(widest, text(indicator).columns) }
    return min(widest, most)
  }

  /// The rows of any records under headings, made when they are looked at.
  ///
  /// - Parameter notes: What stands in place of the kind of some.
  static func records(
    _ groups: [(heading: ListContent.Row?, items: [Reference])], notes: [Reference: String],
    _ library: Library
  ) -> (rows: ListRows, widths: [Int?]) {
    let all = groups.flatMap(\.items)
    let rows = ListRows(groups.map { ($0.heading, $0.items.count) }) { [unowned library] number in
      record(all[number], library, note: notes[all[number]] ?? "")
    }
    var widest = 0
    for reference in all where widest < 22 {
      let note = notes[reference] ?? kind(library.catalogue[reference], library)
      widest = max(widest, note.columns)
    }
    return (rows, [nil, min(widest, 22)])
  }
}
