import Text

/// Merges what an author made of an import with a newer import, by fields and by paragraphs.
///
/// What the author touched wins. Where the newer import changed the same thing, its words are kept as
/// a conflict; where it no longer has the place of a change, the change goes to a list. Nothing that
/// the author wrote is dropped. Paragraphs are found by their words, in whatever file they now are.
package struct FolderMerge {
  /// Whose words are used where both sides changed the same.
  package enum Winner: Sendable { case author, newer }

  /// Something that both sides changed.
  package struct Conflict: Hashable, Sendable {
    /// The file's path inside the folder.
    package var file: String
    /// The field; empty for a paragraph.
    package var field: String
    /// What the author wrote; empty for something removed.
    package var mine: String
    /// What the newer import has; empty for something that it no longer has.
    package var theirs: String

    /// Where it is, for readers.
    package var title: String { field.isEmpty ? file : "\(file): \(field)" }
  }

  /// Something that the author wrote, without a place in the result.
  package struct Loss: Hashable, Sendable {
    /// The file that it stood in.
    package var file: String
    /// What was written.
    package var text: String
  }

  /// The files of the result.
  package private(set) var files: [MadeFile] = []
  /// What both sides changed.
  package private(set) var conflicts: [Conflict] = []
  /// What lost its place.
  package private(set) var losses: [Loss] = []

  private let winner: Winner
  private var base: [String: Entry]
  private var mine: [String: Entry]
  private var theirs: [String: Entry]
  /// The units of the newer import, as they are changed.
  private var slots: [String: [Slot]] = [:]
  /// What is inserted before the first unit.
  private var heads: [String: [FileParts.Unit]] = [:]
  /// The files into which something came from another one.
  private var entered: Set<String> = []

  private struct Entry {
    var path: String
    var text: String
    var parts: FileParts
  }

  private struct Slot {
    let original: FileParts.Unit
    var unit: FileParts.Unit?
    var after: [FileParts.Unit] = []
    /// Whether the same unit, or one that it was made of, is in the last import.
    var isKnown = false
  }

  /// A place in the newer import.
  private struct Spot: Hashable {
    var key: String
    var index: Int
  }

  /// Merges three versions of a folder's index, chapters and recommendations.
  ///
  /// - Parameters:
  ///   - base: What the last import made.
  ///   - mine: What is in the folder.
  ///   - theirs: What the newer import makes.
  package init(
    base: [MadeFile], mine: [MadeFile], theirs: [MadeFile], winner: Winner = .author
  ) {
    self.winner = winner
    self.base = Self.entries(base)
    self.mine = Self.entries(mine)
    self.theirs = Self.entries(theirs)
    for (key, entry) in self.theirs {
      slots[key] = entry.parts.units.map { Slot(original: $0, unit: $0) }
    }
    markKnown()
    for key in self.base.keys.sorted() { placeChanges(key) }
    for key in Set(self.mine.keys).union(self.theirs.keys).sorted() { finish(key) }
  }

  /// Files by what they are about: a record of a kind, whatever its file's name.
  private static func entries(_ files: [MadeFile]) -> [String: Entry] {
    var result: [String: Entry] = [:]
    for file in files {
      let parts = FileParts(file.text)
      let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
      let id = parts.value("id")
      var key = folder.isEmpty ? file.path : "\(folder)/\(id.isEmpty ? file.path : id)"
      if result[key] != nil { key = file.path }
      result[key] = Entry(path: file.path, text: file.text, parts: parts)
    }
    return result
  }

  // MARK: Paragraphs

  private mutating func markKnown() {
    for (key, old) in base {
      guard let new = theirs[key] else { continue }
      for partner in UnitPairs(old.parts.units, new.parts.units).partners {
        if let partner { slots[key]?[partner].isKnown = true }
      }
    }
  }

  /// Brings the author's changes of a file's paragraphs to where these now are.
  private mutating func placeChanges(_ key: String) {
    guard let old = base[key], let own = mine[key], old.parts.units != own.parts.units else {
      return
    }
    // A recommendation that is gone stays whole, if it can.
    if theirs[key] == nil, key.hasPrefix("recommendations/") { return }
    let oldUnits = old.parts.units
    let newUnits = own.parts.units
    let spots = spots(of: old, key)
    let pairs = UnitPairs(oldUnits, newUnits)
    /// Where each of the author's units is now; -1 for the start of a file.
    var places: [Int: (spot: Spot, position: Int)] = [:]
    for (index, partner) in pairs.partners.enumerated() {
      guard let partner, let spot = spots[index] else { continue }
      places[partner] = (spot, 0)
      if spot.key != key { entered.insert(spot.key) }
      let locator = newUnits[partner].locator
      if locator != oldUnits[index].locator { slots[spot.key]?[spot.index].unit?.locator = locator }
    }
    for change in pairs.changes(to: newUnits.count) {
      let matched = Self.matches(oldUnits, newUnits, change)
      for index in change.old where !matched.keys.contains(index) {
        remove(oldUnits[index], own.path, spots[index])
        if let spot = spots[index], spot.key != key { entered.insert(spot.key) }
      }
      for new in change.new {
        if let index = matched.first(where: { $0.value == new })?.key {
          if let spot = replace(oldUnits[index], newUnits[new], own.path, spots[index]) {
            if spot.key != key { entered.insert(spot.key) }
            places[new] = (spot, 0)
          }
        } else {
          insert(newUnits[new], at: new, own, key, &places, of: newUnits.count)
        }
      }
    }
  }

  /// The units of a changed stretch that were rewritten rather than replaced by others.
  private static func matches(
    _ old: [FileParts.Unit], _ new: [FileParts.Unit], _ change: UnitPairs.Change
  ) -> [Int: Int] {
    var result: [Int: Int] = [:]
    if change.old.count == change.new.count {
      for (one, other) in zip(change.old, change.new) { result[one] = other }
      return result
    }
    // Long stretches are compared near their own place only.
    var next = change.new.lowerBound
    for index in change.old {
      let near = next..<min(change.new.upperBound, next + 50)
      let best = near.map { ($0, UnitPairs.likeness(old[index].text, new[$0].text)) }
        .max { $0.1 < $1.1 }
      guard let best, best.1 >= 0.4 else { continue }
      result[index] = best.0
      next = best.0 + 1
    }
    return result
  }

  /// Where the units of the last import are in the newer one.
  private func spots(of old: Entry, _ key: String) -> [Spot?] {
    var result: [Spot?] = Array(repeating: nil, count: old.parts.units.count)
    var taken: Set<Spot> = []
    if let new = theirs[key] {
      for (index, partner) in UnitPairs(old.parts.units, new.parts.units).partners.enumerated() {
        guard let partner else { continue }
        result[index] = Spot(key: key, index: partner)
        taken.insert(Spot(key: key, index: partner))
      }
    }
    // Only what the author touched, and its neighbours, must be found elsewhere.
    let open = result.indices.filter { result[$0] == nil }
    guard !open.isEmpty else { return result }
    var byText: [String: [Spot]] = [:]
    for (other, list) in slots {
      for (index, slot) in list.enumerated() where !slot.isKnown {
        byText[slot.original.text, default: []].append(Spot(key: other, index: index))
      }
    }
    for index in open {
      let same = byText[old.parts.units[index].text] ?? []
      guard let spot = same.first(where: { !taken.contains($0) }) else { continue }
      result[index] = spot
      taken.insert(spot)
    }
    // What was reworded stands in the same file, between the same neighbours or further off.
    for index in open where result[index] == nil {
      let text = old.parts.units[index].text
      let best = (slots[key] ?? []).enumerated().compactMap { position, slot -> (Spot, Double)? in
        let spot = Spot(key: key, index: position)
        guard !slot.isKnown, !taken.contains(spot) else { return nil }
        return (spot, UnitPairs.likeness(text, slot.original.text))
      }.max { $0.1 < $1.1 }
      guard let best, best.1 >= 0.6 else { continue }
      result[index] = best.0
      taken.insert(best.0)
    }
    return result
  }

  private mutating func replace(
    _ old: FileParts.Unit, _ new: FileParts.Unit, _ path: String, _ spot: Spot?
  ) -> Spot? {
    guard let spot, let slot = slots[spot.key]?[spot.index], let now = slot.unit else {
      losses.append(Loss(file: path, text: new.text))
      return nil
    }
    if slot.original.text != old.text, now.text != new.text {
      guard winner == .author else {
        losses.append(Loss(file: path, text: new.text))
        return spot
      }
      conflicts.append(
        Conflict(
          file: theirs[spot.key]?.path ?? path, field: "", mine: new.text, theirs: now.text))
    }
    slots[spot.key]?[spot.index].unit?.text = new.text
    if new.locator != old.locator {
      slots[spot.key]?[spot.index].unit?.locator = new.locator
    }
    return spot
  }

  private mutating func remove(_ old: FileParts.Unit, _ path: String, _ spot: Spot?) {
    guard let spot, let slot = slots[spot.key]?[spot.index] else { return }
    if slot.original.text != old.text {
      guard winner == .author else { return }
      conflicts.append(
        Conflict(
          file: theirs[spot.key]?.path ?? path, field: "", mine: "", theirs: slot.original.text))
    }
    slots[spot.key]?[spot.index].unit = nil
  }

  /// Inserts a unit of the author's next to one of its neighbours.
  private mutating func insert(
    _ unit: FileParts.Unit, at index: Int, _ own: Entry, _ key: String,
    _ places: inout [Int: (spot: Spot, position: Int)], of count: Int
  ) {
    var unit = unit
    if index == 0, theirs[key] != nil {
      heads[key, default: []].append(unit)
      places[index] = (Spot(key: key, index: -1), heads[key]?.count ?? 1)
    } else if let (spot, position) = places[index - 1] {
      if spot.index < 0 {
        heads[spot.key]?.insert(unit, at: position)
      } else {
        slots[spot.key]?[spot.index].after.insert(unit, at: position)
      }
      places[index] = (spot, position + 1)
    } else if let next = ((index + 1)..<max(index + 1, count)).first(where: { places[$0] != nil }),
      next == index + 1, let (spot, _) = places[next]
    {
      unit.gap = max(unit.gap, 1)
      let before = Spot(key: spot.key, index: spot.index - 1)
      if before.index < 0 {
        heads[spot.key, default: []].append(unit)
        places[index] = (before, heads[spot.key]?.count ?? 1)
      } else {
        slots[spot.key]?[before.index].after.append(unit)
        places[index] = (before, slots[spot.key]?[before.index].after.count ?? 1)
      }
    } else {
      losses.append(Loss(file: own.path, text: unit.text))
    }
  }

  // MARK: Files

  /// Adds the file of a key to the result, if it has one.
  private mutating func finish(_ key: String) {
    guard let new = theirs[key] else {
      guard let own = mine[key] else { return }
      guard let old = base[key] else {
        // The author's own file.
        files.append(MadeFile(own.path, own.text))
        return
      }
      if own.parts == old.parts { return }
      // A recommendation that somebody worked on stays, unless its chapter is gone.
      if key.hasPrefix("recommendations/"), winner == .author,
        theirs["chapters/\(own.parts.value("chapter"))"] != nil
          || mine["chapters/\(own.parts.value("chapter"))"] != nil
            && base["chapters/\(own.parts.value("chapter"))"] == nil
      {
        files.append(MadeFile(own.path, own.text))
        conflicts.append(Conflict(file: own.path, field: "", mine: own.text, theirs: ""))
      } else if key.hasPrefix("recommendations/") {
        losses.append(Loss(file: own.path, text: own.text))
      } else {
        loseFields(own, old)
      }
      return
    }
    guard let own = mine[key] else {
      // Removed by the author; what stands in other files may have come from here.
      if base[key] == nil {
        files.append(MadeFile(new.path, merged(new.parts, key).text))
      } else if base[key]?.parts != new.parts {
        conflicts.append(Conflict(file: new.path, field: "", mine: "", theirs: new.text))
      }
      return
    }
    let old = base[key]
    if own.parts == new.parts || old?.parts == new.parts, !entered.contains(key) {
      files.append(MadeFile(path(own, old, new), own.text))
      return
    }
    guard let old else {
      files.append(MadeFile(own.path, own.text))
      conflicts.append(Conflict(file: own.path, field: "", mine: own.text, theirs: new.text))
      return
    }
    var parts = merged(new.parts, key)
    var fields = FieldMerge(winner)
    fields.merge(&parts, old.parts, own.parts, path(own, old, new))
    conflicts += fields.conflicts
    losses += fields.losses
    let isUntouched = own.parts == old.parts && parts == new.parts
    files.append(MadeFile(path(own, old, new), isUntouched ? new.text : parts.text))
  }

  /// The author's name for a file, or the newer import's where that only counts differently.
  private func path(_ own: Entry, _ old: Entry?, _ new: Entry) -> String {
    own.path == old?.path ? new.path : own.path
  }

  /// The newer import's file with the author's changes of its paragraphs.
  private func merged(_ parts: FileParts, _ key: String) -> FileParts {
    var parts = parts
    var units = heads[key] ?? []
    for slot in slots[key] ?? [] {
      if let unit = slot.unit { units.append(unit) }
      units += slot.after
    }
    for index in units.indices {
      // Only items of one list follow each other without an empty line.
      let isTight =
        index > 0 && units[index].isItem && units[index - 1].isItem
        || index > 0 && units[index - 1].text.first == "#"
      if !isTight { units[index].gap = max(1, units[index].gap) }
    }
    parts.units = units
    return parts
  }

  private mutating func loseFields(_ own: Entry, _ old: Entry) {
    for field in own.parts.fields where old.parts[field.key] != field.lines {
      losses.append(Loss(file: own.path, text: field.lines.joined(separator: "\n")))
    }
  }
}

extension FileParts.Unit {
  /// Whether it is an item of a list, or goes on with one.
  fileprivate var isItem: Bool {
    let start = text.drop { $0 == " " }
    return text.first == " " || start.hasPrefix("- ") || start.hasPrefix("* ")
      || start.first?.isNumber == true
  }
}
