import Glibc

/// The programs that were built together with the tests.
package enum BuiltProduct {
  /// The path of a program of this package, which is beside the running test program.
  package static func path(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    // A test runner that loads the tests is elsewhere and has their path in its arguments.
    let candidates = [own] + CommandLine.arguments
    for candidate in candidates {
      guard let slash = candidate.lastIndex(of: "/") else { continue }
      let path = candidate[..<slash] + "/" + name
      if access(String(path), X_OK) == 0 { return String(path) }
    }
    return ".build/debug/\(name)"
  }
}
