/// The limits of a host.
package struct HostRules: Sendable {
  /// The most followers, hello or not.
  package var followers = 1000
  /// The most controllers, hello or not.
  package var controllers = 16
  /// How long a hello may take, in milliseconds.
  package var helloTime = 5000
  /// How long the host continues without a controller, in milliseconds.
  package var abandonment = 12 * 60 * 60 * 1000
  /// The same before the first state was shared.
  package var startTime = 60_000
  /// The shortest time between two reports on who follows, in milliseconds.
  var reportPause = 200
  /// How often the host checks that its sockets are still in place, in milliseconds.
  package var patrol = 5000
  /// How long peers have to receive the end, in milliseconds.
  package var farewell = 500

  package init() {}
}
