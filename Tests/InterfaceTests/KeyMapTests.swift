import Testing

@testable import Interface

@Suite struct KeyMapTests {
  let keys = KeyMap.standard

  @Test func noKeyIsBoundTwice() {
    let all = keys.bindings.flatMap(\.keys)
    #expect(Set(all).count == all.count)
  }

  @Test func everyActionHasAKeyAndAHelpText() {
    for action in Action.allCases {
      let binding = keys.binding(for: action)
      #expect(binding != nil, "\(action.rawValue) has no key")
      #expect(binding?.help.isEmpty == false)
    }
  }

  @Test func namesOfKeysAreReadBack() {
    for key in keys.bindings.flatMap(\.keys) {
      #expect(Key(String(describing: key)) == key)
    }
    #expect(Key("ctrl-x") == .control("x"))
    #expect(Key("F12") == .function(12))
    #expect(Key("") == nil)
    #expect(Key("F99") == nil)
    #expect(Key("Hyper-x") == nil)
  }

  @Test func helpListsEveryBinding() {
    let lines = HelpView.lines(keys, width: 80).map(\.text).joined(separator: "\n")
    for binding in keys.bindings {
      for key in binding.keys { #expect(lines.contains(String(describing: key))) }
    }
  }
}
