import Glibc

/// An error that the operating system identifies by a number.
package struct SystemError: Error, Hashable, Sendable {
  /// The number.
  package let code: Int32

  /// The error with a number.
  package init(_ code: Int32) { self.code = code }

  /// The error of the previous call.
  package static var last: SystemError { SystemError(errno) }

  /// What went wrong, in the system's words.
  package var reason: String { String(cString: strerror(code)) }
}
