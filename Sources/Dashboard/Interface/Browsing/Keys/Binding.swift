/// One entry of the keymap: keys, what they ask for, and how help describes it.
public struct Binding: Sendable {
  /// Where a binding has an effect.
  public enum Scope: String, CaseIterable, Sendable {
    /// Moving within and between panels.
    case moving = "Moving"
    /// Going from screen to screen.
    case going = "Going places"
    /// Finding things.
    case finding = "Finding"
    /// The list of recommendations.
    case recommendations = "Recommendations"
    /// A chart.
    case charts = "Charts"
    /// What can be done with a record.
    case records = "Records"
    /// The program itself.
    case program = "Program"
  }

  /// The keys, the one shown in hints first.
  public var keys: [Key]
  /// What they ask for.
  public var action: Action
  /// Where help lists it.
  public var scope: Scope
  /// What it does, in a few words, as help shows it.
  public var help: String
  /// A word or two for the hint line; nil keeps it out of hints.
  public var hint: String?

  /// The keys as help shows them, or how else it is asked for.
  public var keyNames: [String] { keys.isEmpty ? [Self.byName] : keys.map(\.description) }

  /// What stands in place of keys where an action has none: it is found by its name.
  public static let byName = "by name"

  /// A binding of keys to an action.
  public init(
    _ keys: [Key], _ action: Action, _ scope: Scope, _ help: String, hint: String? = nil
  ) {
    self.keys = keys
    self.action = action
    self.scope = scope
    self.help = help
    self.hint = hint
  }
}
