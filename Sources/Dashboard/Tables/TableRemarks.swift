import Text

/// The rows above and below a table: its title, its source, and what else they say.
struct TableRemarks {
  private(set) var title: String?
  private(set) var source: String?
  private(set) var above: [DataTable.Remark] = []
  private(set) var below: [DataTable.Remark] = []
  private(set) var notes: [String] = []

  private static let sources = [
    "data source", "source", "sources", "fuente", "fuentes", "fonte", "fontes", "quelle", "quellen",
  ]

  init(_ grid: TableGrid, _ parts: RowSniffer.Parts, labelled: [Int]) {
    func remark(_ row: Int) -> DataTable.Remark {
      .init(text: grid.filled(row).joined(separator: ", "), line: grid.line(row))
    }
    above = (parts.preamble + labelled).map(remark).filter { !$0.text.isEmpty }
    below = parts.footer.map(remark).filter { !$0.text.isEmpty }
    for row in Array(parts.preamble) + labelled + Array(parts.footer) where source == nil {
      source = Self.source(grid.filled(row))
    }
    if let first = parts.preamble.first {
      let cells = grid.filled(first)
      let isLabel = cells.first?.hasSuffix(":") ?? true
      if !isLabel, Self.source(cells) == nil { title = cells.joined(separator: ", ") }
    }
    let rest = above.dropFirst(title == nil ? 0 : 1)
    if let first = rest.first {
      let rows = rest.count == 1 ? "a row" : "\(rest.count) rows"
      notes.append(
        "has \(rows) above its heading, left out: \(DataFault.excerpt(first.text)) on line "
          + "\(first.line)")
    }
    if let first = below.first {
      let rows = below.count == 1 ? "a row" : "\(below.count) rows"
      notes.append(
        "has \(rows) below its data, left out: \(DataFault.excerpt(first.text)) on line "
          + "\(first.line)" + (source == nil ? "" : "; the source is taken from them"))
    }
  }

  /// What a row names as the source: `Source: An office`; nil if it names none.
  private static func source(_ cells: [String]) -> String? {
    guard let first = cells.first else { return nil }
    let small = Folding.fold(first)
    for label in sources where small.hasPrefix(label) {
      let rest = first.dropFirst(label.count)
      if let sign = rest.first, sign == ":" || sign == "." || sign == "-" {
        let text = ([rest.dropFirst().trimmed] + cells.dropFirst()).filter { !$0.isEmpty }
        return text.isEmpty ? nil : text.joined(separator: ", ")
      }
      if rest.isEmpty, cells.count > 1 { return cells.dropFirst().joined(separator: ", ") }
    }
    return nil
  }
}
