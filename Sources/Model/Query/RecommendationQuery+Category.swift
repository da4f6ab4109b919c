extension RecommendationQuery {
  /// What `recs:CATEGORY` asks for: the recommendations of a chapter, an addressee or a theme.
  ///
  /// Where several have the id, a chapter goes before an addressee, and that before a theme. Nil
  /// when none has it.
  public init?(category: String, in dossier: Dossier) {
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
