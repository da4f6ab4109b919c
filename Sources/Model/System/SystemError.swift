import Glibc

/// An error that the operating system gave a number.
public struct SystemError: Error, Hashable, Sendable {
  /// The number.
  public let code: Int32

  /// The error with a number.
  public init(_ code: Int32) { self.code = code }

  /// The error of the call before.
  public static var last: SystemError { SystemError(errno) }

  /// What went wrong, in the system's words.
  public var reason: String { String(cString: strerror(code)) }
}
