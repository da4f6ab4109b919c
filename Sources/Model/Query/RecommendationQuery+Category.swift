package import Records

extension RecommendationQuery {
  /// What `recs:CATEGORY` asks for: the recommendations of a chapter, an addressee or a theme.
  ///
  /// If several have the id, a chapter takes precedence over an addressee, and an addressee over a
  /// theme. Nil if none has it.
  package init?(category: String, in dossier: Dossier) {
    if dossier.chapters.contains(where: { $0.id == category }) {
      self.init(chapters: [category])
    } else if dossier.addressees.contains(where: { $0.id == category }) {
      self.init(addressees: [category])
    } else if dossier.themes.contains(where: { $0.id == category }) {
      self.init(themes: [category])
    } else {
      return nil
    }
  }
}
