import Browsing
import Records
import Text

/// Opening, finding and moving on.
extension LinearMode {
  mutating func choose(_ number: Int) {
    guard let choice = page.choice(number) else {
      let numbers = page.choices.map(\.number)
      guard let first = numbers.min(), let last = numbers.max() else {
        return say("No number on this page leads anywhere. 'back' goes back.")
      }
      return say("There is no \(number) here; the numbers are \(first) to \(last).")
    }
    follow(choice)
  }

  private mutating func follow(_ choice: LinearChoice) {
    switch choice {
    case .destination(let destination):
      change("You are already there.") { $0.follow(destination) }
    case .section(let chapter, let reference):
      run { $0.go(to: .chapter(chapter), anchor: reference) }
      read()
    case .address(let address): say(address)
    case .matrixRow(let row): cells(of: row)
    case .compare(let id): change("They are already compared.") { $0.compare(with: id) }
    case .series(let index): toggle(index)
    }
  }

  /// Lists the counts of a row of the matrix.
  private mutating func cells(of row: Int) {
    guard let matrix = content.main?.content as? MatrixPanel, matrix.rows.indices.contains(row)
    else { return say("That number belongs to a page you have left. 'again' reads this one.") }
    let cells = matrix.columns.indices.filter { matrix.counts[row][$0] > 0 }
    if state.visit.route == .links { return links(from: row, to: cells) }
    list(
      "\(matrix.rows[row]), by who is asked",
      cells.map { column in
        (
          "\(matrix.columns[column]): \(matrix.counts[row][column])",
          .destination(matrix.destinations[row][column])
        )
      })
  }

  /// Reads the links of a chapter with others.
  private mutating func links(from row: Int, to others: [Int]) {
    let chapters = library.dossier.chapters
    var menu = LinearPage()
    menu.say("Links of \(chapters[row].spokenName)")
    for other in others {
      menu.add(LinkText.between(chapters[row], chapters[other], library), library)
    }
    show(menu)
  }

  mutating func open(_ words: String) {
    if words.isEmpty { return say("Say what to open: a number, an id, or a part of a name.") }
    if let number = Int(words) { return choose(number) }
    guard let record = library.catalogue.record(named: words) else { return find(words) }
    change("You are already there.") { $0.open(record.reference) }
  }

  package mutating func find(_ words: String) {
    if words.isEmpty { return say("Say a part of a name: 'find nafta'.") }
    let matches = library.paletteMatches(words).compactMap { match in
      if case .record(let reference) = match.entry.choice {
        (title: match.entry.title, kind: match.entry.detail, reference: reference)
      } else {
        nil
      }
    }
    // Matched letters scattered in a name can be seen at a glance, but not heard.
    let parts = Folding.fold(words).split(separator: " ")
    let called = matches.filter { match in
      let title = Folding.fold(match.title)
      return parts.allSatisfy { title.contains($0) }
    }
    let found = called.isEmpty ? matches.prefix(5) : called.prefix(12)
    if found.isEmpty { return say("No record is called '\(words)'. 'search' looks in the texts.") }
    let title = called.isEmpty ? "No record is called '\(words)'; near it" : "Called '\(words)'"
    list(
      title,
      found.map { ("\($0.kind): \($0.title)", .destination(.record($0.reference))) })
  }

  mutating func search(_ words: String) {
    run { updater in
      updater.startSearch()
      updater.state.isTypingSearch = false
      updater.state.search = LineEditor(words)
      updater.searchChanged()
    }
    read()
  }

  /// Moves on to the next section, or to the next record of the list that led here.
  mutating func step(_ step: Int) {
    if case .chapter(let id) = state.visit.route,
      let chapter = library.catalogue.chapter(id)
    {
      let wanted = content.section(state.visit) + step
      guard wanted >= 0, wanted <= chapter.sections.count else {
        return say(step > 0 ? "This is the last section." : "This is the chapter's beginning.")
      }
      let reference = wanted == 0 ? chapter.reference : chapter.sections[wanted - 1].reference
      run { $0.go(to: .chapter(id), anchor: reference) }
      return read()
    }
    guard let here = state.visit.route.reference, let past = state.history.past.last else {
      return say("There is nothing to go on to from here.")
    }
    var earlier = state
    earlier.visit = past
    let panels = ScreenContent(earlier, library).panels
    guard panels.indices.contains(past.focus), let list = panels[past.focus].content as? ListPanel
    else { return say("There is no list to go through; 'back' goes back.") }
    let references = list.rows.compactMap { $0.isHeading ? nil : $0.reference }
    guard let place = references.firstIndex(of: here),
      references.indices.contains(place + step), let route = Route(of: references[place + step])
    else {
      return say(step > 0 ? "This is the last of the list." : "This is the first of the list.")
    }
    run { $0.state.visit = Visit(route) }
    say("\(place + step + 1) of \(references.count).")
    read()
  }

  // MARK: Lists

  mutating func filter(_ words: String) {
    let former = state
    if words.isEmpty || content.index(of: .choices) == nil { run { $0.filter() } }
    if words.isEmpty { return read() }
    if narrow(by: words) { return read() }
    // The last page is still visible, and so are its numbers.
    state = former
    say("There is no '\(words)' to filter by. 'filter' lists the choices.")
  }

  /// Filters the list by the first facet with a name; false if there is none.
  private mutating func narrow(by words: String) -> Bool {
    guard let choices = content.list(.choices) else { return false }
    var parts = words.lowercased().split(separator: " ")
    let kinds = [
      "chapter": "Chapter", "addressee": "Asked of", "theme": "Theme", "standing": "Standing",
    ]
    let kind = parts.count > 1 ? kinds[String(parts[0])] : nil
    if kind != nil { parts.removeFirst() }
    let name = parts.joined(separator: " ")
    var heading = ""
    for row in choices.rows {
      guard let destination = row.destination else {
        heading = row.text(0)
        continue
      }
      if kind == nil || kind == heading, row.text(1).lowercased().contains(name) {
        run { updater in
          updater.focus(.main)
          updater.follow(destination)
        }
        return true
      }
    }
    return false
  }

  mutating func arrange(_ command: LinearCommand) {
    if command == .all {
      guard content.index(of: .choices) != nil else {
        return say("There is no filter here.")
      }
      run { updater in
        updater.focus(.main)
        updater.clearFilter()
      }
      return read()
    }
    guard
      state.visit.route == .recommendations || (command == .sort && content.orders.count > 1)
    else {
      return say("Only recommendations can be grouped: 'recommendations' lists them.")
    }
    run { command == .sort ? $0.sort() : $0.group() }
    read()
  }
}
