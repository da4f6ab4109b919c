import Canvas
import Reading
import Text

extension Configuration {
  /// Reads the bytes of a configuration.
  ///
  /// - Parameter file: The file's name in diagnostics.
  package init(_ bytes: [UInt8], file: String) {
    let tree = SettingsTree(bytes, file: file)
    var reader = ConfigurationReader(file: file)
    reader.read(tree.fields)
    self = reader.result
    // A stable sort by place, so that faults of the YAML and faults of its content come in file
    // order.
    let all = tree.diagnostics + reader.diagnostics
    diagnostics = all.indices.sorted {
      (all[$0].line, all[$0].column, $0) < (all[$1].line, all[$1].column, $1)
    }.map { all[$0] }
  }

  /// The names of all settings, in the order in which they are explained.
  package static let names = [
    "theme", "color", "glyphs", "ascii", "mouse", "escdelay", "state", "keys", "talk-keys",
    "themes",
  ]
}

/// Interprets the fields of a configuration.
struct ConfigurationReader {
  typealias Field = SettingsTree.Field
  typealias Item = SettingsTree.Item

  let file: String
  var result = Configuration()
  private(set) var diagnostics: [Diagnostic] = []

  /// The most faults that are kept; the YAML reader has its own limit.
  private static let limit = 200

  init(file: String) { self.file = file }

  mutating func read(_ fields: [Field]) {
    var seen: Set<String> = []
    var wantedTheme: Item?
    for field in unique(fields, known: Configuration.names, "setting", &seen) {
      switch field.key.text {
      case "theme": wantedTheme = text(field)
      case "color": result.color = choice(field)
      case "glyphs": result.glyphs = choice(field)
      case "ascii": result.ascii = flag(field)
      case "mouse": result.mouse = flag(field)
      case "state": result.state = flag(field)
      case "escdelay": result.escdelay = milliseconds(field)
      case "keys": readKeys(field, into: \.keys, lines: \.keyLines)
      case "talk-keys": readKeys(field, into: \.talkKeys, lines: \.talkKeyLines)
      default: readThemes(field)
      }
    }
    // The named theme may be defined further down.
    if let wantedTheme { take(theme: wantedTheme) }
  }

  private mutating func take(theme item: Item) {
    let known = result.allThemes.map(\.name)
    guard known.contains(item.text) else {
      return error(
        item, "there is no theme \"\(item.text)\"", remedy: near(item.text, known, "themes are"))
    }
    result.theme = .init(value: item.text, line: item.line)
  }

  // MARK: Values

  /// The fields with a known name, each once; the others are reported.
  mutating func unique(
    _ fields: [Field], known: [String], _ what: String, _ seen: inout Set<String>
  ) -> [Field] {
    fields.filter { field in
      let name = field.key.text
      if !known.contains(name) {
        error(
          field.key, "there is no \(what) \"\(name)\"",
          remedy: near(name, known, known.count > 20 ? "" : "there are"))
        return false
      }
      if seen.insert(name).inserted { return true }
      error(field.key, "\"\(name)\" appears twice; the first one counts", remedy: "remove one")
      return false
    }
  }

  /// The text of a field; nil, with a diagnostic, if it is empty or not a text.
  package mutating func text(_ field: Field) -> Item? {
    guard case .text(let item) = field.value else {
      error(field.key, "\(field.key.text) is not one text", remedy: "write \(field.key.text): …")
      return nil
    }
    if !item.text.isEmpty { return item }
    error(
      field.key, "\(field.key.text) says nothing",
      remedy: "add a value; quote one that starts with #")
    return nil
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
    _ field: Field
  ) -> Configuration.Setting<Choice>? where Choice.RawValue == String {
    guard let item = text(field) else { return nil }
    if let value = Choice(rawValue: item.text) { return .init(value: value, line: item.line) }
    let words = Choice.allCases.map(\.rawValue)
    error(
      item, "\"\(item.text)\" is no \(field.key.text)", remedy: near(item.text, words, "use"))
    return nil
  }

  private mutating func flag(_ field: Field) -> Configuration.Setting<Bool>? {
    guard let item = text(field) else { return nil }
    switch item.text.lowercased() {
    case "on", "yes", "true": return .init(value: true, line: item.line)
    case "off", "no", "false": return .init(value: false, line: item.line)
    default:
      error(item, "\"\(item.text)\" is neither on nor off", remedy: "write on or off")
      return nil
    }
  }

  private mutating func milliseconds(_ field: Field) -> Configuration.Setting<Int>? {
    guard let item = text(field) else { return nil }
    if let number = Int(item.text), (0...Configuration.escdelayLimit).contains(number) {
      return .init(value: number, line: item.line)
    }
    error(
      item, "\"\(item.text)\" is not a number of milliseconds",
      remedy: "write a whole number from 0 to \(Configuration.escdelayLimit)")
    return nil
  }

  // MARK: Faults

  /// The word that was probably meant, otherwise all known words.
  func near(_ word: String, _ known: [String], _ introduction: String) -> String {
    if let near = Spelling.nearest(to: word, in: known) { return "did you mean \(near)?" }
    return introduction.isEmpty ? "" : "\(introduction) \(known.joined(separator: ", "))"
  }

  mutating func error(_ item: Item, _ message: String, remedy: String) {
    add(.error, item, message, remedy)
  }

  mutating func warning(_ item: Item, _ message: String, remedy: String) {
    add(.warning, item, message, remedy)
  }

  private mutating func add(
    _ severity: Diagnostic.Severity, _ item: Item, _ message: String, _ remedy: String
  ) {
    guard diagnostics.count < Self.limit else { return }
    diagnostics.append(
      Diagnostic(
        severity, file: file, line: item.line, column: item.column, message, remedy: remedy))
  }

  // MARK: Keys

  /// Ctrl-C, which no setting can take away, so that there is always a way out.
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
        remedy: "add \(old.action.name): with another key, or [] for no key")
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

  /// The keys of an action, without invalid ones and without those that the file gives to another
  /// action.
  ///
  /// Nil, so that the action keeps its default keys, if keys are listed but none is left.
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
          item, "\(key) is already the key of \(other.name), which keeps it",
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
      case "z": "it suspends the program, which fg resumes"
      case "s", "q": "terminals stop and start their output by it"
      case "a"..."z": nil
      default: "terminals have no such key"
      }
    guard let other else { return key }
    error(item, "\(item.text) cannot be a key: \(other)", remedy: "name another key")
    return nil
  }
}
