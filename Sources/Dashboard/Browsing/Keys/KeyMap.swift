package import Canvas

/// What a key can ask for: an `Action` in the dashboard, a `TalkAction` in a talk.
package protocol KeyAction: Hashable, Sendable {
  /// Where a binding applies, or the heading under which help lists it.
  associatedtype Scope: KeyScope
  /// The name in documentation and configuration, in small letters with hyphens.
  var name: String { get }
  /// What Ctrl-C does, regardless of the configuration.
  static var wayOut: Self { get }
  /// The default bindings, in the order in which help shows them.
  static var bindings: [Binding<Self>] { get }
}

extension KeyAction {
  package var name: String { caseName }

  /// The name of the case in small letters with hyphens: `next-panel` of `nextPanel`.
  var caseName: String {
    String(describing: self).reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }
}

/// Where a binding applies.
package protocol KeyScope: Hashable, Sendable {
  /// Whether both apply in some place, where a key can have only one action.
  func overlaps(_ other: Self) -> Bool
}

/// One entry of a keymap: keys, what they ask for, and how help describes it.
package struct Binding<Action: KeyAction>: Sendable {
  /// The keys, the one shown in hints first.
  package var keys: [Key]
  /// What they ask for.
  package let action: Action
  /// Where it applies.
  package let scope: Action.Scope
  /// What it does, in a few words, as help shows it.
  package let help: String
  /// A word or two for the hint line; nil keeps it out of hints.
  package let hint: String?

  /// A binding of keys to an action.
  package init(
    _ keys: [Key], _ action: Action, _ scope: Action.Scope, _ help: String, hint: String? = nil
  ) {
    self.keys = keys
    self.action = action
    self.scope = scope
    self.help = help
    self.hint = hint
  }
}

/// The keys of the dashboard.
package typealias DashboardKeys = KeyMap<Action>
/// The keys of a talk.
package typealias TalkKeys = KeyMap<TalkAction>

/// The list of bindings.
///
/// The keys, the hints, the help, the palette, every text that names a key, `docs/keys.md` and the
/// manual page all come from it.
package struct KeyMap<Action: KeyAction>: Sendable {
  /// All bindings, in the order in which help shows them.
  package let bindings: [Binding<Action>]

  /// A keymap of bindings; if two have the same key in the same place, the first one counts.
  package init(_ bindings: [Binding<Action>]) { self.bindings = bindings }

  /// The default keys.
  package static var standard: KeyMap { KeyMap(Action.bindings) }

  /// What a key asks for; nil if it is not bound.
  ///
  /// - Parameter scope: Where it was pressed; nil for anywhere.
  package func action(for key: Key, in scope: Action.Scope? = nil) -> Action? {
    bindings.first { binding in
      binding.keys.contains(key) && scope.map(binding.scope.overlaps) ?? true
    }?.action
  }

  /// The action with a name; nil if there is none.
  func action(named name: String) -> Action? { bindings.first { $0.action.name == name }?.action }

  /// The first binding of an action; nil if there is none.
  package func binding(for action: Action) -> Binding<Action>? {
    bindings.first { $0.action == action }
  }

  /// The first keys of some actions as hints show them, without those that have none.
  func keyNames(for actions: Action...) -> String {
    actions.map { keyName(for: $0) }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The first key of an action as hints show it, empty if it has none.
  package func keyName(for action: Action) -> String {
    binding(for: action)?.keys.first.map(String.init(describing:)) ?? ""
  }

  /// A sentence that goes on with what a key does, as in `No name. F shows all again`.
  ///
  /// - Parameters:
  ///   - start: What is said first, without a full stop.
  ///   - effect: What the key does, without a full stop; left out if the action has no key.
  ///   - separator: The text between the two.
  package func sentence(
    _ start: String, _ action: Action, _ effect: String, after separator: String = "; "
  ) -> String {
    let key = keyName(for: action)
    return start + (key.isEmpty ? "." : "\(separator)\(key) \(effect).")
  }

  /// The keymap with new keys for some actions, which lose their old ones.
  ///
  /// A new key is taken from the action that has it in the same place.
  func changed(_ changes: [Action: [Key]]) -> KeyMap {
    KeyMap(
      bindings.map { binding in
        var binding = binding
        binding.keys =
          changes[binding.action]
          ?? binding.keys.filter { taker(of: $0, from: binding, in: changes) == nil }
        return binding
      })
  }

  /// The other action to which the changes give a key of a binding in the same place; nil if there
  /// is none.
  func taker(of key: Key, from binding: Binding<Action>, in changes: [Action: [Key]]) -> Action? {
    bindings.first { other in
      other.action != binding.action && other.scope.overlaps(binding.scope)
        && changes[other.action]?.contains(key) == true
    }?.action
  }
}
