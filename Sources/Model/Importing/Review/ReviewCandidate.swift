package import Query
import Reading
package import Records
import Text

/// A candidate as the folder's `import/candidates.csv` lists it.
package struct ReviewCandidate: Hashable, Sendable {
  /// Its path inside a dossier's folder.
  package static let path = "import/candidates.csv"

  /// Its id, which it keeps when a newer version of the report is imported.
  package var id: String
  /// How sure it is.
  package var tier: Candidate.Tier
  /// Its label as printed; empty if it has none.
  package var label = ""
  /// Who is asked, in the report's words; empty if the rule found nobody.
  package var addressee = ""
  /// A title: its first words.
  package var title: String
  /// Where it stands.
  package var locator = ""
  /// Where it stands again; empty if it does not.
  package var again = ""
  /// The id of its chapter.
  package var chapter: String
  /// The rule that found it.
  package var rule = ""
  /// The id of its recommendation; empty if it never became one.
  package var record = ""
  /// Whether the newer version of the report no longer has it.
  package var isGone = false
  /// Whether the import made the recommendation, before any decision.
  package var isImported = false
  /// Its text as Markdown, without an empty line at its ends.
  package var text: String

  /// The place as a locator; nil if there is none.
  package var place: Locator? { Locator(locator) }

  /// The largest text, which fits a quoted cell.
  static let textLimit = 60_000

  private static let columns = [
    "id", "tier", "label", "addressee", "words", "locator", "chapter", "rule", "record", "state",
    "again", "text",
  ]

  /// Candidates as a table.
  package static func table(_ candidates: [ReviewCandidate]) -> RecordTable {
    let rows = candidates.map { one in
      [
        one.id, one.tier.rawValue, one.label, one.addressee, one.title, one.locator, one.chapter,
        one.rule, one.record, one.isGone ? "gone" : one.isImported ? "made" : "open",
        one.again, one.text,
      ].map { RecordTable.Cell.text($0) }
    }
    return RecordTable(columns: columns, rows: rows, briefColumns: 5)
  }

  /// Reads the table; rows without an id, a tier or a chapter, and repeated ids, are left out.
  package static func read(_ bytes: [UInt8]) -> [ReviewCandidate] {
    var known: Set<String> = []
    return NamedRows.read(bytes).compactMap { row in
      func cell(_ name: String) -> String { row[name] ?? "" }
      guard let tier = Candidate.Tier(rawValue: cell("tier")), Identifier.isValid(cell("id")),
        Identifier.isValid(cell("chapter")), known.insert(cell("id")).inserted
      else { return nil }
      let record = cell("record")
      return ReviewCandidate(
        id: cell("id"), tier: tier, label: cell("label"), addressee: cell("addressee"),
        title: cell("words"), locator: cell("locator"), again: cell("again"),
        chapter: cell("chapter"), rule: cell("rule"),
        record: Identifier.isValid(record) ? record : "", isGone: cell("state") == "gone",
        isImported: cell("state") == "made",
        text: cell("text"))
    }
  }
}
