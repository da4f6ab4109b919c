import Records
import Text

/// The fields of a front matter by key, typed on demand, with diagnostics.
struct Fields {
  /// The file's path inside the dossier's folder.
  let file: String
  // A list, because there are about a dozen fields and thousands of files to read.
  private var nodes: [(key: String, value: YAMLNode)] = []

  /// One item of a list with its place.
  struct Item {
    package var text: String
    package var place: Place
  }

  /// Takes the pairs; reports unknown and repeated keys.
  init(_ pairs: [YAMLNode.Pair], file: String, keys: [String], log: inout DiagnosticLog) {
    self.file = file
    nodes.reserveCapacity(pairs.count)
    for pair in pairs {
      let place = Place(file, pair.line, pair.column)
      if !keys.contains(pair.key) {
        let near = Spelling.nearest(to: pair.key, in: keys)
        log.warning(
          place, "the field \"\(pair.key)\" is not known",
          remedy: near.map { "did you mean \($0)?" } ?? "fields are \(keys.joined(separator: ", "))"
        )
      } else if node(pair.key) != nil {
        log.error(place, "the field \"\(pair.key)\" appears twice", remedy: "remove one")
      } else {
        nodes.append((pair.key, pair.value))
      }
    }
  }

  private func node(_ key: String) -> YAMLNode? { nodes.first { $0.key == key }?.value }

  /// The place of a field's value; the start of the front matter if it is missing.
  package func place(_ key: String) -> Place {
    node(key).map { Place(file, $0.line, $0.column) } ?? Place(file, 1, 1)
  }

  /// A text; empty if it is missing.
  package func text(_ key: String, log: inout DiagnosticLog) -> String {
    guard let node = node(key) else { return "" }
    if let text = node.text { return text.trimmed }
    log.error(place(key), "\(key) is not text", remedy: "write \(key): some text")
    return ""
  }

  /// A required text; nil, with a diagnostic, if it is missing.
  func needed(_ key: String, log: inout DiagnosticLog) -> String? {
    let text = text(key, log: &log)
    if !text.isEmpty { return text }
    log.error(place(key), "the field \"\(key)\" is missing", remedy: "add \(key): …")
    return nil
  }

  /// The record's id; nil, with a diagnostic, if it is missing or invalid.
  func id(log: inout DiagnosticLog) -> String? {
    guard let id = needed("id", log: &log) else { return nil }
    if Identifier.isValid(id) { return id }
    log.error(place("id"), "\"\(id)\" is not an id", remedy: Identifier.remedy)
    return nil
  }

  /// A whole number from 0 to 9999 with at most one letter behind it, as in `3a`; nil if it is
  /// missing or, with a diagnostic, invalid.
  func numberWithLetter(
    _ key: String, log: inout DiagnosticLog
  ) -> (number: Int, letter: String)? {
    if let text = node(key)?.text?.trimmed, let last = text.utf8.last,
      (0x61...0x7a).contains(last | 0x20),
      let number = Int(text.dropLast()), (0..<10_000).contains(number), text.first != "+"
    {
      return (number, String(text.suffix(1)))
    }
    return number(key, log: &log).map { ($0, "") }
  }

  /// A whole number from 0 to 9999; nil if it is missing or, with a diagnostic, invalid.
  package func number(_ key: String, log: inout DiagnosticLog) -> Int? {
    guard let text = needed(key, log: &log) else { return nil }
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number < 10_000
    {
      return number
    }
    log.error(place(key), "\"\(text)\" is not a number", remedy: "write digits")
    return nil
  }

  /// The items of a list; a single text counts as a list of one.
  func list(_ key: String, log: inout DiagnosticLog) -> [Item] {
    guard let node = node(key) else { return [] }
    switch node.content {
    case .scalar(let text): return text.isEmpty ? [] : [Item(text: text, place: place(key))]
    case .sequence(let nodes):
      return nodes.compactMap { node in
        let place = Place(file, node.line, node.column)
        if let text = node.text { return Item(text: text.trimmed, place: place) }
        log.error(place, "an item of \(key) is not text", remedy: "write \(key): [one, two]")
        return nil
      }
    case .mapping:
      log.error(place(key), "\(key) is not a list", remedy: "write \(key): [one, two]")
      return []
    }
  }

  /// The pairs of a mapping; keys that are repeated or not ids are left out with a diagnostic.
  func categories(_ key: String, log: inout DiagnosticLog) -> [Category] {
    guard let node = node(key) else { return [] }
    guard case .mapping(let pairs) = node.content else {
      log.error(place(key), "\(key) is not a list of ids and names", remedy: "write id: Name")
      return []
    }
    var result: [Category] = []
    for pair in pairs {
      let place = Place(file, pair.line, pair.column)
      if !Identifier.isValid(pair.key) {
        log.error(place, "\"\(pair.key)\" is not an id", remedy: Identifier.remedy)
      } else if result.contains(where: { $0.id == pair.key }) {
        log.error(place, "\"\(pair.key)\" appears twice in \(key)", remedy: "remove one")
      } else if result.count < 1000 {
        let name = pair.value.text?.trimmed ?? ""
        if name.isEmpty { log.error(place, "\"\(pair.key)\" has no name", remedy: "add its name") }
        result.append(Category(id: pair.key, name: name.isEmpty ? pair.key : name))
      }
    }
    return result
  }

  /// Whether there is a field.
  func has(_ key: String) -> Bool { node(key) != nil }

  /// The fields of each record of a mapping, by id; an id that is faulty or repeated is left out
  /// with a diagnostic.
  func mappings(
    _ key: String, keys: [String], log: inout DiagnosticLog
  ) -> [(id: String, fields: Fields)] {
    guard let node = node(key) else { return [] }
    guard case .mapping(let pairs) = node.content else {
      log.error(place(key), "\(key) is not a list of ids", remedy: "write id: {name: …}")
      return []
    }
    var result: [(id: String, fields: Fields)] = []
    for pair in pairs.prefix(1000) {
      let place = Place(file, pair.line, pair.column)
      if !Identifier.isValid(pair.key) {
        log.error(place, "\"\(pair.key)\" is not an id", remedy: Identifier.remedy)
      } else if result.contains(where: { $0.id == pair.key }) {
        log.error(place, "\(key) has \"\(pair.key)\" twice", remedy: "remove one")
      } else if case .mapping(let fields) = pair.value.content {
        result.append((pair.key, Fields(fields, file: file, keys: keys, log: &log)))
      } else {
        log.error(
          place, "\"\(pair.key)\" has no fields",
          remedy: "write \(pair.key): {\(keys[0]): …}")
      }
    }
    return result
  }

  /// The fields inside a field; nil if it is missing.
  func fields(_ key: String, keys: [String], log: inout DiagnosticLog) -> Fields? {
    guard let node = node(key) else { return nil }
    if case .mapping(let pairs) = node.content {
      return Fields(pairs, file: file, keys: keys, log: &log)
    }
    log.error(place(key), "\(key) has no fields", remedy: "indent its fields under it")
    return nil
  }

  /// A locator; nil if it is missing or, with a diagnostic, cannot be read.
  func locator(_ key: String, log: inout DiagnosticLog) -> Locator? {
    let text = text(key, log: &log)
    if text.isEmpty { return nil }
    if let locator = Locator(text) { return log.check(locator, place(key)) ? locator : nil }
    log.error(place(key), "\"\(text)\" is not a locator", remedy: Locator.remedy)
    return nil
  }

  /// One of a few words; nil if it is missing or, with a diagnostic, another word.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, log: inout DiagnosticLog
  ) -> Choice? where Choice.RawValue == String {
    let text = text(key, log: &log)
    if text.isEmpty { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    log.error(
      place(key), "the \(key) \"\(text)\" is not known",
      remedy: "use " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    return nil
  }

  /// Whether what a rule found has been checked: anything is, unless `confirmed` says `no`.
  func isConfirmed(log: inout DiagnosticLog) -> Bool {
    let answer: Confirmation? = choice("confirmed", log: &log)
    return answer != .no
  }

  private enum Confirmation: String, CaseIterable { case yes, no }

  /// The references of a list, each of which is checked when everything has been read.
  func references(_ key: String, log: inout DiagnosticLog) -> [Reference] {
    list(key, log: &log).compactMap { item in
      guard let reference = Reference(item.text) else {
        log.error(
          item.place, "\"\(item.text)\" is not a reference",
          remedy: log.remedy(ofReference: item.text))
        return nil
      }
      log.mention(reference, item.place)
      return reference
    }
  }
}
