/// The least of a report that the dashboard opens: its index and a chapter, without recommendations.
enum SmallReport {
  /// The files, by their paths below a folder of one's own.
  ///
  /// - Parameter reason: What the chapter says after "It is dry".
  static func files(_ reason: String = ".") -> [String: String] {
    [
      "report/index.md": """
      ---
      id: wells
      title: Wells
      authors: [Ana]
      date: 2020
      addressees:
        town: Town
      themes:
        wells: Wells
      ---

      About wells.

      """,
      "report/chapters/1-water.md": """
      ---
      id: water
      number: 1
      title: Water
      authors: [Ana]
      summary: Water is short.
      ---

      ## Why

      It is dry\(reason)

      """,
    ]
  }
}
