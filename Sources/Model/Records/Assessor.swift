/// Who judges what has become of recommendations.
package struct Assessor: Hashable, Sendable, Identifiable {
  /// How an assessor stands to what is judged.
  package enum Kind: String, CaseIterable, Sendable {
    /// The authors of the dossier or of the report.
    case author
    /// Neither asked by the report nor its author.
    case independent
    /// One of those whom the report asks, judging itself.
    case addressee
  }

  /// The id that judgements name.
  package var id: String
  /// The name as shown.
  package var name: String
  /// How it stands to what is judged.
  package var kind: Kind

  /// An assessor with its id and name.
  package init(id: String, name: String, kind: Kind = .independent) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}
