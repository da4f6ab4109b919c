/// A descriptor of the program's own that a session waits for beside the terminal.
public struct WatchedDescriptor: Sendable {
  /// The descriptor.
  public var descriptor: Int32
  /// What to wait for, as `poll` counts it: `POLLIN`, `POLLOUT` or both.
  public var events: Int16

  /// A descriptor with what to wait for.
  public init(_ descriptor: Int32, events: Int16) {
    self.descriptor = descriptor
    self.events = events
  }
}
