import Records
import Text

/// The files that follow from a review: the index and the recommendations.
package struct ReviewFiles {
  private let review: Review
  /// Who is asked: id and name.
  private var addressees: [(id: String, name: String)] = []
  private var themes: [(id: String, name: String)] = []

  private static let nobody = (id: "not-named", name: "Not named")

  /// Works out who is asked, and about what.
  package init(_ review: Review) {
    self.review = review
    addressees = Self.known("addressees", review.index)
    themes = Self.known("themes", review.index)
    var needsNobody = false
    for item in review.items where item.isCandidate && !item.candidate.record.isEmpty {
      for name in item.names + [item.candidate.addressee] {
        if name.isEmpty { needsNobody = true } else { Self.add(name, "addressee", &addressees) }
      }
      for theme in item.themes { Self.add(theme, "theme", &themes) }
    }
    if needsNobody, !addressees.contains(where: { $0.id == Self.nobody.id }) {
      addressees.append(Self.nobody)
    }
  }

  private static func known(_ key: String, _ index: FileParts) -> [(id: String, name: String)] {
    (index[key] ?? []).dropFirst().compactMap { line in
      guard let id = FileParts.key(line.trimmed) else { return nil }
      var parts = FileParts("")
      parts[id] = [line.trimmed]
      return (id, parts.value(id))
    }
  }

  private static func add(
    _ name: String, _ fallback: String, _ list: inout [(id: String, name: String)]
  ) {
    guard !list.contains(where: { Phrases.bare($0.name) == Phrases.bare(name) || $0.id == name })
    else { return }
    var known = Set(list.map(\.id)).union([nobody.id])
    list.append((ReviewFiles.unique(name, fallback, &known), name))
  }

  /// The id for a name that none of the known ones has; it becomes known.
  static func unique(_ name: String, _ fallback: String, _ known: inout Set<String>) -> String {
    var slug = Identifier.slug(name)
    while slug.utf8.count > 40, let cut = slug.lastIndex(of: "-") { slug = String(slug[..<cut]) }
    slug = String(slug.prefix(40))
    if slug.isEmpty { slug = fallback }
    var result = slug
    var number = 2
    while !known.insert(result).inserted {
      result = "\(slug)-\(number)"
      number += 1
    }
    return result
  }

  private static func id(of name: String, _ list: [(id: String, name: String)]) -> String? {
    list.first { Phrases.bare($0.name) == Phrases.bare(name) || $0.id == name }?.id
  }

  /// The files.
  package var files: [MadeFile] {
    [index] + review.items.filter(\.isMade).map(file)
  }

  private var index: MadeFile {
    var parts = review.index
    if let page = review[Review.Item.report] {
      parts.put("title", page.candidate.title)
      parts.put("authors", page.authors)
      parts.put("date", page.date)
      parts.put("publisher", page.publisher)
      if page.state == .accepted,
        let index = parts.fields.firstIndex(where: { $0.key == "confirmed" })
      {
        parts.fields.remove(at: index)
      }
    }
    for (key, list) in [("addressees", addressees), ("themes", themes)] where !list.isEmpty {
      parts[key] = ["\(key):"] + list.map { "  \($0.id): \(MarkdownText.quoted($0.name))" }
    }
    return MadeFile("index.md", parts.text)
  }

  private func file(_ item: Review.Item) -> MadeFile {
    let one = item.candidate
    let isConfirmed = item.state == .accepted
    let isNamed = !one.addressee.isEmpty
    let id = isNamed ? Self.id(of: one.addressee, addressees) ?? Self.nobody.id : Self.nobody.id
    let number = Review.number(one.record) ?? 1
    var lines = [
      "---", "id: \(one.record)", "chapter: \(one.chapter)", "number: \(number)",
      "title: \(MarkdownText.quoted(one.title))",
    ]
    if item.kind != .recommendation { lines.append("kind: \(item.kind.rawValue)") }
    if !one.label.isEmpty { lines.append("label: \(MarkdownText.quoted(one.label))") }
    lines.append("addressees: [\(id)]")
    if isConfirmed, isNamed {
      lines.append("addressee-basis: stated")
    } else {
      let reason =
        isConfirmed
        ? "The report names nobody."
        : isNamed
          ? "The first sentence names them; found by a rule, not confirmed."
          : "The rules found nobody who is asked; not confirmed."
      lines += [
        "addressee-basis: inferred", "addressee-reason: \(MarkdownText.quoted(reason))",
      ]
    }
    let names = item.themes.compactMap { Self.id(of: $0, themes) }
    if !names.isEmpty { lines.append("themes: [\(names.joined(separator: ", "))]") }
    if !isConfirmed { lines.append("confirmed: no") }
    if !one.locator.isEmpty { lines.append("locator: \(MarkdownText.quoted(one.locator))") }
    if !one.again.isEmpty { lines.append("at-a-glance: \(MarkdownText.quoted(one.again))") }
    lines += ["---", "", one.text]
    return MadeFile("recommendations/\(one.record).md", lines.map { $0 + "\n" }.joined())
  }
}

extension FileParts {
  /// Sets a field to a text, or removes it where the text is empty; an equal value stays as written.
  fileprivate mutating func put(_ key: String, _ text: String) {
    guard value(key) != text else { return }
    self[key] = text.isEmpty ? nil : ["\(key): \(MarkdownText.quoted(text))"]
  }

  /// Sets a field to a list.
  fileprivate mutating func put(_ key: String, _ items: [String]) {
    guard list(key) != items else { return }
    self[key] =
      items.isEmpty ? nil : ["\(key):"] + items.map { "  - \(MarkdownText.quoted($0))" }
  }
}
