package import Records

/// The dossier's links by the chapters of their ends.
package struct LinkedChapters: Sendable {
  /// The links of two chapters; of one chapter with itself for both ends within it.
  private var links: [Pair: [Link]] = [:]

  /// Two chapters, in whatever order.
  private struct Pair: Hashable {
    var ids: Set<String>

    init(_ one: String, _ other: String) { ids = [one, other] }
  }

  /// The links of a catalogue whose ends belong to chapters.
  package init(_ catalogue: Catalogue) {
    for link in catalogue.dossier.links {
      guard let from = catalogue.chapter(of: link.from), let to = catalogue.chapter(of: link.to)
      else { continue }
      links[Pair(from.id, to.id), default: []].append(link)
    }
  }

  /// The links between two chapters, or within one, in the order of the dossier.
  package func links(_ one: String, _ other: String) -> [Link] { links[Pair(one, other)] ?? [] }

  /// The number of links that touch a chapter.
  package func count(of chapter: String) -> Int {
    links.reduce(0) { $0 + ($1.key.ids.contains(chapter) ? $1.value.count : 0) }
  }
}
