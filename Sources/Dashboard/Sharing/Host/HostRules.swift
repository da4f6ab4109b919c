/// The limits of a host.
public struct HostRules: Sendable {
  /// The most followers, hello or not.
  public var followers = 1000
  /// The most controllers, hello or not.
  public var controllers = 16
  /// How long a hello may take, in milliseconds.
  public var helloTime = 5000
  /// How long the host continues without a controller, in milliseconds.
  public var abandonment = 12 * 60 * 60 * 1000
  /// The same before the first state was shared.
  public var startTime = 60_000
  /// The shortest time between two reports on who follows, in milliseconds.
  public var reportPause = 200
  /// How often the host checks that its sockets are still in place, in milliseconds.
  public var patrol = 5000
  /// How long peers have to receive the end, in milliseconds.
  public var farewell = 500

  public init() {}
}
