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
    if !canFilter { go(to: .recommendations) }
    focus(.choices)
  }

  /// Lists what the screen lists at first, and tells outcomes by the latest day.
  package mutating func clearFilter() {
    let isDated = screen.content.followsOutcomes && state.asOf != nil
    if isDated {
      state.asOf = nil
      state.notice = "As of \(library.latestDay.title), the latest day."
    }
    guard canFilter else {
      if isDated { return }
      state.notice = "There is no list to filter here."
      return
    }
    state.visit.query = Visit.firstQuery(of: state.visit.route)
    state.visit.chosen = []
    state.visit.order = 0
    startListOver()
  }

  /// Changes the order of a list, or the axes of a matrix.
  package mutating func sort() {
    let orders = screen.content.orders
    guard state.visit.route == .recommendations || orders.count > 1 else {
      state.notice = "There is no list to sort here."
      return
    }
    keepingTheSelection { visit in
      if orders.isEmpty {
        visit.query.sort = visit.query.sort.next
      } else {
        visit.order = (visit.order + 1) % orders.count
      }
    }
    let order = orders.isEmpty ? state.visit.query.sort.rawValue : orders[state.visit.order]
    state.notice = state.visit.route == .matrix ? "Counted: \(order)." : "Sorted by \(order)."
  }

  package mutating func group() {
    guard state.visit.route == .recommendations else {
      state.notice = keys.sentence(
        "Only recommendations can be grouped", .recommendations, "lists them")
      return
    }
    keepingTheSelection { $0.query.grouping = $0.query.grouping.next }
    let grouping = state.visit.query.grouping
    // A recommendation with two addressees or themes is in two groups and counts in each.
    let several = [.addressee, .theme].contains(grouping) ? ", some repeated" : ""
    state.notice =
      grouping == .none ? "Not grouped." : "Grouped by \(grouping.rawValue)\(several)."
  }

  /// Changes what determines the order of the screen's list; the selected record stays selected.
  private mutating func keepingTheSelection(_ change: (inout Visit) -> Void) {
    guard let panel = screen.content.index(of: .main) else { return }
    let selected = screen.content.panels[panel].content.subject(state.visit[panel: panel])
    change(&state.visit)
    startListOver()
    let row = screen.content.list(.main)?.rows.firstIndex { $0.reference == selected }
    if selected != nil, let row { state.visit[panel: panel].selection = row }
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
