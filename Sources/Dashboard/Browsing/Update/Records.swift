import Query
package import Records

/// Actions on lists of records and on a record.
extension Updater {
  /// The record that a key refers to: the selected one, otherwise the one that the screen shows.
  var subject: Reference? {
    let screen = screen
    if let selected = screen.focused.content.subject(state.visit[panel: screen.focus]) {
      return selected
    }
    return (screen.focused.part == .text ? section : nil) ?? state.visit.route.reference
  }

  /// The current section of a chapter; nil on other screens.
  package var section: Reference? {
    let content = screen.content
    guard let panel = content.index(of: .outline) else { return nil }
    return content.list(.outline)?.selectedReference(state.visit[panel: panel])
  }

  /// The record with which a talk starts: the current one; nil for the whole dossier, because the
  /// overview's lists only lead into it.
  var presented: Reference? { state.visit.route == .overview ? nil : subject }

  /// Gives the keyboard to the panel that filters the list.
  package mutating func filter() {
    if !canNarrow { go(to: .recommendations) }
    focus(.choices)
  }

  package mutating func clearFilter() {
    guard canNarrow else {
      state.notice = "There is no list here to narrow down."
      return
    }
    let query = state.visit.query
    state.visit.query = RecommendationQuery(sort: query.sort, grouping: query.grouping)
    startListOver()
  }

  /// Whether the list can be sorted; otherwise says where that is possible.
  private mutating func canOrder() -> Bool {
    if state.visit.route == .recommendations { return true }
    state.notice = keys.sentence(
      "Only recommendations are ordered", .recommendations, "lists them")
    return false
  }

  package mutating func sort() {
    guard canOrder() else { return }
    state.visit.query.sort = state.visit.query.sort.next
    startListOver()
    state.notice = "Ordered by \(state.visit.query.sort.rawValue)."
  }

  package mutating func group() {
    guard canOrder() else { return }
    state.visit.query.grouping = state.visit.query.grouping.next
    startListOver()
    let grouping = state.visit.query.grouping
    // A recommendation with two addressees or themes is in two groups and counts in each.
    let several = [.addressee, .theme].contains(grouping) ? ", some repeated" : ""
    state.notice =
      grouping == .none ? "Not grouped." : "Grouped by \(grouping.rawValue)\(several)."
  }

  /// How to cite the record that a key refers to; the report itself if no record is selected.
  private var citation: Citation {
    subject.flatMap { library.catalogue[$0] }.map { Citation(of: $0, in: library.catalogue) }
      ?? Citation(of: library.dossier)
  }

  private var subjectTitle: String {
    subject.map(library.catalogue.title) ?? library.dossier.title
  }

  mutating func copyCitation() {
    effects.append(.copy(citation.plain))
    state.notice = "Copied: the citation of \(subjectTitle)"
  }

  mutating func copyBibTeX() {
    effects.append(.copy(citation.bibtex))
    state.notice = "Copied as BibTeX: \(subjectTitle)"
  }

  mutating func readOriginal() {
    guard let subject, let record = library.catalogue[subject] else {
      state.notice = "Select a record first."
      return
    }
    guard !record.locators.isEmpty else {
      state.notice = "The dossier gives no place in the original for this."
      return
    }
    guard library.original != nil else {
      let place = "\(library.catalogue.placeLabel(of: record)): \(record.locators[0].title)"
      state.notice = "\(place). Start with --source FILE to read it here."
      return
    }
    go(to: .original(subject))
  }

  mutating func toggleBookmark() {
    guard let subject else {
      state.notice = "Select a record first."
      return
    }
    toggleBookmark(of: subject)
  }

  /// Sets a bookmark on a record, or removes it.
  package mutating func toggleBookmark(of subject: Reference) {
    let title = library.catalogue.title(of: subject)
    if let index = state.bookmarks.firstIndex(of: subject) {
      state.bookmarks.remove(at: index)
      state.notice = "Bookmark removed: \(title)"
    } else if state.bookmarks.count < SavedState.bookmarkLimit {
      state.bookmarks.append(subject)
      state.notice = "Bookmarked: \(title)"
    }
    effects.append(.save(state.saved))
  }
}

extension CaseIterable where Self: Equatable {
  /// The next case; the first one after the last.
  var next: Self {
    let all = Array(Self.allCases)
    let index = all.firstIndex(of: self).map { ($0 + 1) % all.count } ?? 0
    return all[index]
  }
}
