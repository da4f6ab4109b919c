import Canvas
import Query
import Records

/// Pieces of documents that several screens show.
enum Fields {
  /// A label with a plain text; nil if the text is empty.
  package static func text(_ label: String, _ text: String) -> DocumentBlock? {
    text.isEmpty ? nil : .field(label, [Span(text)])
  }

  /// The record's place in the original.
  package static func place(_ label: String, _ locators: [Locator]) -> DocumentBlock? {
    guard !locators.isEmpty else { return nil }
    guard locators.count > 1 else { return .field(label, [Span(locators[0].title)]) }
    guard locators.allSatisfy({ $0.lines != nil }) else {
      return .field(label, [Span(Locator.places(locators))])
    }
    let shown = locators.prefix(12).compactMap(\.lines).map { lines in
      lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)–\(lines.upperBound)"
    }
    let more = locators.count > 12 ? " and \(locators.count - 12) more" : ""
    return .field(label, [Span("lines " + shown.joined(separator: ", ") + more)])
  }

  /// The themes of a recommendation.
  static func themes(_ ids: [String], _ library: Library) -> DocumentBlock? {
    text("Themes", ids.map(library.catalogue.theme).joined(separator: ", "))
  }

  /// Who is asked, and whether that is stated or inferred.
  static func addressees(_ item: Recommendation, _ library: Library) -> [DocumentBlock] {
    let names = item.addressees.map(library.catalogue.addressee).joined(separator: ", ")
    let basis = item.addresseeBasis == .stated ? "named in the report" : "inferred"
    var blocks: [DocumentBlock] = [
      .field("Asked of", [Span(names, .strong), Span(" (\(basis))")])
    ]
    if !item.addresseeReason.isEmpty {
      blocks.append(
        .field(
          "Reason", [Span(item.addresseeReason)]))
    }
    return blocks
  }

  /// How to cite a record, under a heading.
  static func citation(_ record: Record, _ library: Library) -> [DocumentBlock] {
    [
      .gap, .heading("Cite as", level: 1, role: .heading, anchor: nil), .gap,
      .remark([Span(Citation(of: record, in: library.catalogue).plain)], .faint),
    ]
  }

  /// A record as the start of a document: kind, chapter and title.
  package static func title(_ record: Record, _ library: Library) -> [DocumentBlock] {
    let chapter = library.catalogue.chapter(record.chapter)
    let role = library.accent(record.chapter)
    var place = [Span(library.catalogue.kind(of: record))]
    if let chapter, chapter.reference != record.reference {
      place += [
        Span(" · "),
        Span(chapter.listName, target: .record(chapter.reference)),
      ]
    }
    let heading = DocumentBlock.heading(
      record.title, level: 0, role: role, anchor: record.reference)
    // The frame says which chapter it is.
    return record.reference.kind == .chapter ? [heading, .gap] : [heading, .remark(place, .faint)]
  }
}
