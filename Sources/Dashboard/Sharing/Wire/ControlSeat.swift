/// As what a controller comes to a briefing.
public enum ControlSeat: String, Sendable, CaseIterable {
  /// Beside whoever presents; there may be several.
  case console
  /// As the one who presents; sent away where one is there.
  case presenter
  /// As the one who presents, in place of the one who is there.
  case successor
}
