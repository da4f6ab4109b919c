package import Records
import Text

/// Every word of a dossier's records, for searching as you type.
///
/// Case and accents do not matter. The last word finds longer words too. Records whose name is
/// exactly what was typed come first, then those with all words in the title, whole words before
/// starts of words. Within such a tier they are ordered by BM25 (S. Robertson, H. Zaragoza: The
/// Probabilistic Relevance Framework, 2009) over all their texts, with titles counted four times,
/// and with what the report says weighing more than lists and sources.
///
/// Making it reads every text once; make it on first use and keep it.
package struct SearchIndex: Sendable {
  /// A text of a record.
  struct Passage {
    package var record: Int32
    package var place: RecordPlace
    package var text: String
    /// Where its words start in `tokens`.
    var start: Int32
  }

  let references: [Reference]
  private(set) var titles: [String] = []
  var passages: [Passage] = []
  /// Where each record's texts start in `passages`, and where the last ones end.
  var passageStarts: [Int32] = [0]
  var terms = TermTable()
  /// The term of each word, passage after passage.
  var tokens: [Int32] = []
  /// The passage of each word.
  var passageOfToken: [Int32] = []
  /// The positions of each term in `tokens`, term after term.
  var postings: [Int32] = []
  /// Where each term's positions start in `postings`, and where the last ones end.
  var postingStarts: [Int32] = []
  /// How many words each record has.
  var lengths: [Float]
  var averageLength: Float = 1

  /// An index of all records of a catalogue.
  package init(_ catalogue: Catalogue) {
    references = catalogue.references
    lengths = [Float](repeating: 0, count: references.count)
    titles.reserveCapacity(references.count)
    var links: [Reference: [String]] = [:]
    for link in catalogue.dossier.links {
      let text = [link.topic, link.note].filter { !$0.isEmpty }.joined(separator: ": ")
      for end in Set([link.from, link.to]) { links[end, default: []].append(text) }
    }
    for (number, reference) in references.enumerated() {
      defer { passageStarts.append(Int32(passages.count)) }
      guard let record = catalogue[reference] else {
        titles.append("")
        continue
      }
      titles.append(record.title)
      for text in record.texts { add(text, of: Int32(number)) }
      for text in links[reference] ?? [] {
        add(Record.Text(place: .link, text: text), of: Int32(number))
      }
      if case .indicator(let indicator) = record {
        addFigures(of: indicator, Int32(number), in: catalogue)
      }
    }
    averageLength = max(1, lengths.reduce(0, +) / Float(max(1, lengths.count)))
    terms.sort()
    sortPostings()
  }

  private mutating func add(_ text: Record.Text, of record: Int32) {
    let passage = Int32(passages.count)
    passages.append(
      Passage(
        record: record, place: text.place, text: text.text, start: Int32(tokens.count)))
    Words.forEach(in: text.text) { word, _ in
      tokens.append(terms.intern(word))
      passageOfToken.append(passage)
    }
    lengths[Int(record)] += Float(tokens.count - Int(passages[Int(passage)].start))
  }

  /// The most values of a series that are found by their digits.
  ///
  /// In a longer series a number says little about its place, and millions of values would take
  /// longer to index than all prose.
  static let longestSeries = 500

  /// Adds the values as they are shown, each with its series and period.
  ///
  /// Only the value's own words are found. A table of a thousand rows names its series a thousand
  /// times, which says no more than naming it once. For the same reason values do not count for the
  /// record's length.
  private mutating func addFigures(
    of indicator: Indicator, _ record: Int32, in catalogue: Catalogue
  ) {
    let unit = catalogue.unit(indicator.unit) ?? Unit(id: indicator.unit, title: indicator.unit)
    let format = ValueFormat(unit)
    for (number, series) in indicator.series.enumerated()
    where series.observations.count <= Self.longestSeries {
      for (row, observation) in series.observations.enumerated() where observation.value != nil {
        let value = format.text(observation, namesUnit: true)
        let name = [series.name, observation.period?.title ?? ""].filter { !$0.isEmpty }
          .joined(separator: ", ")
        let passage = Int32(passages.count)
        passages.append(
          Passage(
            record: record, place: .observation(series: number, row: row),
            text: name.isEmpty ? value : "\(name): \(value)", start: Int32(tokens.count)))
        Words.forEach(in: value) { word, _ in
          tokens.append(terms.intern(word))
          passageOfToken.append(passage)
        }
      }
    }
  }

  /// Orders the positions by term: a counting sort.
  private mutating func sortPostings() {
    postingStarts = [Int32](repeating: 0, count: terms.count + 1)
    for term in tokens { postingStarts[Int(term) + 1] += 1 }
    for term in 0..<terms.count { postingStarts[term + 1] += postingStarts[term] }
    postings = [Int32](repeating: 0, count: tokens.count)
    var next = postingStarts
    for (position, term) in tokens.enumerated() {
      postings[Int(next[Int(term)])] = Int32(position)
      next[Int(term)] += 1
    }
  }

  /// How many different words there are.
  var vocabulary: Int { terms.count }
}
