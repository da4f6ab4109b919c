import Canvas
import Query
import Records

/// The overview as plain text, for output that is not a terminal.
struct OverviewText {
  private var lines: [String] = []
  private let catalogue: Catalogue
  private let width: Int

  /// The text, with a line feed after each line.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  /// The overview of a dossier, wrapped to a width.
  init(_ dossier: Dossier, width: Int) {
    catalogue = Catalogue(dossier)
    self.width = max(width, 20)
    prose(dossier.title)
    prose(dossier.subtitle)
    prose(dossier.authors.joined(separator: ", "))
    prose(
      [dossier.publisher, dossier.date?.title ?? ""].filter { !$0.isEmpty }
        .joined(separator: ", "))
    chapters(dossier)
    headlines(dossier)
    addressees(dossier)
  }

  private mutating func prose(_ text: String) {
    if !text.isEmpty { lines += TextLayout.wrap(text, to: width) }
  }

  private mutating func heading(_ text: String) { lines += ["", text, ""] }

  private mutating func chapters(_ dossier: Dossier) {
    guard !dossier.chapters.isEmpty else { return }
    heading("Chapters")
    let rows = dossier.chapters.map { chapter in
      let own = dossier.recommendations.filter { $0.chapter == chapter.id }
      return [
        "\(chapter.number)", chapter.shortTitle,
        count(own.count { $0.standing == .recommendation }, "recommendation"),
        count(own.count { $0.standing == .proposal }, "proposal"),
        count(dossier.indicators.count { $0.chapter == chapter.id }, "indicator"),
      ]
    }
    table(rows)
  }

  private mutating func headlines(_ dossier: Dossier) {
    let headlines = catalogue.headlines
    guard !headlines.isEmpty else { return }
    heading("Headlines")
    for headline in headlines {
      lines += TextLayout.wrap(headline.title, to: width - 2).map { "  " + $0 }
      for text in [catalogue.measureLine(of: headline.indicator), headline.value, headline.since] {
        lines += TextLayout.wrap(text, to: width - 6).filter { !$0.isEmpty }.map { "      " + $0 }
      }
    }
  }

  private mutating func addressees(_ dossier: Dossier) {
    let rows = dossier.addressees.compactMap { addressee -> [String]? in
      let asked = dossier.recommendations.filter { $0.addressees.contains(addressee.id) }
      if asked.isEmpty { return nil }
      let joint = asked.count(where: \.isJoint)
      return [addressee.name, "\(asked.count)", joint > 0 ? "\(joint) of them joint" : ""]
    }
    guard !rows.isEmpty else { return }
    heading("Recommendations and proposals by addressee")
    table(rows)
  }

  /// Rows in columns; if the width is too small, a row continues on the lines below.
  private mutating func table(_ rows: [[String]]) {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.reduce(0) { max($0, column < $1.count ? $1[column].columns : 0) }
    }
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        let isNumber = !cell.isEmpty && cell.allSatisfy(\.isNumber)
        let padded = TextLayout.pad(cell, to: widths[column], isNumber ? .right : .left)
        line += (column == 0 ? "  " : "   ") + padded
      }
      while line.last == " " { line.removeLast() }
      if line.columns <= width {
        lines.append(line)
      } else {
        let wrapped = TextLayout.wrap(
          row.filter { !$0.isEmpty }.joined(separator: "   "), to: width - 4)
        lines += wrapped.enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
      }
    }
  }

  private func count(_ number: Int, _ word: String) -> String {
    number == 0 ? "" : "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
