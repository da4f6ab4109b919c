/// The role in which a controller joins a briefing.
package enum ControlSeat: String, Sendable, CaseIterable {
  /// Beside the presenter; there may be several.
  case console
  /// As the presenter; refused if there is one.
  case presenter
  /// As the presenter, replacing the current one.
  case successor
}
