import Text

/// Gives the slides of a deck names that no other slide has.
package struct SlideNames {
  private var taken: Set<String> = []
  /// The number that the next slide with a slug tries first.
  private var counts: [String: Int] = [:]
  private var slides = 0

  /// Names of no slide yet.
  package init() {}

  /// The name of the next slide: its heading's slug, or `slide-` and its position if it has none; a
  /// number follows if another slide has that name.
  package mutating func name(_ heading: String) -> String {
    slides += 1
    let slug = Identifier.slug(heading)
    let base = slug.isEmpty ? "slide-\(slides)" : slug
    var number = counts[base, default: 1]
    var name = number == 1 ? base : "\(base)-\(number)"
    while !taken.insert(name).inserted {
      number += 1
      name = "\(base)-\(number)"
    }
    counts[base] = number + 1
    return name
  }

  /// The name that the first slide with a heading got or would get; nil if it has no slug.
  package func first(_ heading: String) -> String? {
    let slug = Identifier.slug(heading)
    return slug.isEmpty ? nil : slug
  }
}
