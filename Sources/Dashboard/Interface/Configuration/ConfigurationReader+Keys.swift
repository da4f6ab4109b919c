import Model

/// The keys of a configuration: each action with all the keys that it is to have.
extension ConfigurationReader {
  /// Ctrl-C, which no setting takes away: whoever is lost must find out.
  private static let wayOut = Key.control("c")

  mutating func readKeys(_ field: Field) {
    let standard = KeyMap.standard
    var taken: [Key: String] = [:]
    var changes: [Action: [Key]] = [:]
    for field in actions(field, known: standard.bindings.map(\.action.rawValue)) {
      guard let action = Action(rawValue: field.key.text) else { continue }
      let named = keys(field, isWayOut: action == .quit) { key, item, reader in
        reader.claim(key, item, field.key.text, &taken)
      }
      guard let named else { continue }
      changes[action] = named
      result.keyLines[action] = field.key.line
    }
    if changes.isEmpty { return }
    result.keys = standard.changed(changes)
    for binding in standard.bindings where changes[binding.action] == nil {
      let left = result.keys.binding(for: binding.action)?.keys ?? []
      if left.isEmpty, let key = binding.keys.first(where: { taken[$0] != nil }) {
        warnOfLoss(binding.action.rawValue, key, taken[key] ?? "", field)
      }
    }
  }

  mutating func readTalkKeys(_ field: Field) {
    let standard = TalkKeyMap.standard
    var changes: [TalkAction: [Key]] = [:]
    var taken: [Talk.Seat: [Key: String]] = [:]
    for field in actions(field, known: TalkAction.allCases.map(\.rawValue)) {
      guard let action = TalkAction(rawValue: field.key.text) else { continue }
      let seats = standard.seats(of: action)
      let named = keys(field, isWayOut: action == .leave) { key, item, reader in
        for seat in Talk.Seat.allCases where seats.contains(seat) {
          if !reader.claim(key, item, field.key.text, &taken[seat, default: [:]]) { return false }
        }
        return true
      }
      guard let named else { continue }
      changes[action] = named
      result.talkKeyLines[action] = field.key.line
    }
    if changes.isEmpty { return }
    result.talkKeys = standard.changed(changes)
    for (old, new) in zip(standard.bindings, result.talkKeys.bindings)
    where changes[old.action] == nil && new.keys.isEmpty {
      for seat in Talk.Seat.allCases where old.seats.contains(seat) {
        guard let key = old.keys.first(where: { taken[seat]?[$0] != nil }) else { continue }
        warnOfLoss(old.action.rawValue, key, taken[seat]?[key] ?? "", field)
        break
      }
    }
  }

  /// The actions that a field lists.
  private mutating func actions(_ field: Field, known: [String]) -> [Field] {
    switch field.value {
    case .fields(let fields):
      var seen: Set<String> = []
      return unique(fields, known: known, "action", &seen)
    case .text(let item) where item.text.isEmpty: return []
    default:
      error(
        field.key, "\(field.key.text) lists no actions",
        remedy: "indent lines such as search: [\"/\", Ctrl-F] under it")
      return []
    }
  }

  /// The keys of an action, without those that make no sense or that `claim` refuses; nil, and the
  /// action keeps its own, where keys are meant and none is left.
  private mutating func keys(
    _ field: Field, isWayOut: Bool,
    claim: (Key, Item, inout ConfigurationReader) -> Bool
  ) -> [Key]? {
    var items: [Item] = []
    switch field.value {
    case .text(let item) where !item.text.isEmpty: items = [item]
    case .list(let list): items = list
    default:
      error(
        field.key, "\(field.key.text) names no keys",
        remedy: "write \(field.key.text): [\"/\", Ctrl-F], or [] for none")
      return nil
    }
    var keys: [Key] = []
    for item in items {
      guard let key = key(item), !keys.contains(key) else { continue }
      if key == Self.wayOut {
        if !isWayOut {
          error(item, "Ctrl-C is always the way out", remedy: "name another key")
        }
      } else if claim(key, item, &self) {
        keys.append(key)
      }
    }
    if keys.isEmpty, !items.isEmpty, !isWayOut { return nil }
    return isWayOut ? keys + [Self.wayOut] : keys
  }

  private mutating func key(_ item: Item) -> Key? {
    guard let key = Key(item.text) else {
      error(
        item, "there is no key \"\(item.text)\"",
        remedy:
          "keys are a, A, Ctrl-A, Alt-A, F1, Space, Enter, Esc, Tab, Up, PgUp, Home and the like")
      return nil
    }
    guard case .control(let letter) = key else { return key }
    let other: String? =
      switch letter {
      case "i": "terminals send Tab for it"
      case "m", "j": "terminals send Enter for it"
      case "h": "terminals send Backspace for it"
      case "z": "it stops the program, which fg takes up again"
      case "s", "q": "terminals stop and start their output by it"
      case "a"..."z": nil
      default: "terminals have no such key"
      }
    guard let other else { return key }
    error(item, "\(item.text) cannot be a key: \(other)", remedy: "name another key")
    return nil
  }

  /// Gives an action a key; false, with a diagnostic, where another one has it by the file.
  private mutating func claim(
    _ key: Key, _ item: Item, _ action: String, _ taken: inout [Key: String]
  ) -> Bool {
    if let other = taken[key], other != action {
      error(
        item, "\(key) is the key of \(other) already; that counts", remedy: "name another key")
      return false
    }
    taken[key] = action
    return true
  }

  private mutating func warnOfLoss(
    _ action: String, _ key: Key, _ taker: String, _ field: Field
  ) {
    warning(
      field.key, "\(action) has no key any more: \(taker) has taken \(key)",
      remedy: "add \(action): with another key, or [] if that is meant")
  }
}
