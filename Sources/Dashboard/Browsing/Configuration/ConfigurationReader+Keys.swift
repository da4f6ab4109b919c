import Canvas
import Reading

/// The keys of a configuration: each action with all the keys that it is to have.
extension ConfigurationReader {
  /// Ctrl-C, which no setting takes away: whoever is lost must find out.
  private static let wayOut = Key.control("c")

  mutating func readKeys<Action>(
    _ field: Field, into map: WritableKeyPath<Configuration, KeyMap<Action>>,
    lines: WritableKeyPath<Configuration, [Action: Int]>
  ) {
    let standard = KeyMap<Action>.standard
    var changes: [Action: [Key]] = [:]
    for field in actions(field, known: standard.bindings.map(\.action.name)) {
      guard let action = standard.action(named: field.key.text),
        let keys = keys(field, of: action, changes)
      else { continue }
      changes[action] = keys
      result[keyPath: lines][action] = field.key.line
    }
    if changes.isEmpty { return }
    let changed = standard.changed(changes)
    result[keyPath: map] = changed
    for (old, new) in zip(standard.bindings, changed.bindings)
    where changes[old.action] == nil && new.keys.isEmpty {
      guard let key = old.keys.first, let taker = standard.taker(of: key, from: old, in: changes)
      else { continue }
      warning(
        field.key, "\(old.action.name) has no key any more: \(taker.name) has taken \(key)",
        remedy: "add \(old.action.name): with another key, or [] if that is meant")
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

  /// The keys of an action, without those that make no sense or that another action has by the file;
  /// nil, and the action keeps its own, where keys are meant and none is left.
  private mutating func keys<Action: KeyAction>(
    _ field: Field, of action: Action, _ changes: [Action: [Key]]
  ) -> [Key]? {
    let isWayOut = action == Action.wayOut
    let standard = KeyMap<Action>.standard
    let bindings = standard.bindings.filter { $0.action == action }
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
      let takers = bindings.compactMap { standard.taker(of: key, from: $0, in: changes) }
      if key == Self.wayOut {
        if !isWayOut {
          error(item, "Ctrl-C is always the way out", remedy: "name another key")
        }
      } else if let other = takers.first {
        error(
          item, "\(key) is the key of \(other.name) already; that counts",
          remedy: "name another key")
      } else {
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
}
