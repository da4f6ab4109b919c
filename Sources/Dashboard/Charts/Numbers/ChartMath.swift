internal import Glibc

/// Functions of the C library, for files that need nothing else from it.
enum ChartMath {
  static func log10(_ value: Double) -> Double { value > 0 ? Glibc.log10(value) : -.infinity }
  static func power10(_ exponent: Double) -> Double { Glibc.pow(10, exponent) }

  /// How many decimals it takes to write a step, and all multiples of it, at most twelve.
  static func decimals(of step: Double) -> Int {
    var size = step.magnitude
    guard size > 0 else { return 0 }
    for places in 0..<12 {
      if size.rounded() > 0, abs(size - size.rounded()) < 1e-6 * max(1, size) { return places }
      size *= 10
    }
    return 12
  }

  /// A whole number, kept inside what places in a scene can be.
  static func whole(_ value: Double) -> Int {
    value.isFinite ? Int(min(max(value, -1e6), 1e6)) : 0
  }
}
