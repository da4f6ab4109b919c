extension KeyMap {
  /// The keymap with other keys for some actions, which lose those that they had.
  ///
  /// A key that an action is given is taken from the action that has it.
  func changed(_ changes: [Action: [Key]]) -> KeyMap {
    let taken = Set(changes.values.joined())
    return KeyMap(
      bindings.map { binding in
        var binding = binding
        binding.keys = changes[binding.action] ?? binding.keys.filter { !taken.contains($0) }
        return binding
      })
  }
}

extension TalkKeyMap {
  /// The seats at which an action has an effect.
  func seats(of action: TalkAction) -> Set<Talk.Seat> {
    bindings.filter { $0.action == action }.reduce(into: []) { $0.formUnion($1.seats) }
  }

  /// The keymap with other keys for some actions, which lose those that they had.
  ///
  /// A key that an action is given at a seat is taken from the action that has it there.
  func changed(_ changes: [TalkAction: [Key]]) -> TalkKeyMap {
    TalkKeyMap(
      bindings.map { binding in
        var binding = binding
        if let keys = changes[binding.action] {
          binding.keys = keys
          return binding
        }
        for (action, keys) in changes where !seats(of: action).isDisjoint(with: binding.seats) {
          binding.keys.removeAll { keys.contains($0) }
        }
        return binding
      })
  }
}
