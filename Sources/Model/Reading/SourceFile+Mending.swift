import Glibc

/// Texts that are not clean.
extension SourceFile {
  /// Mends a text whose line ends are all that is wrong with it; nil for any other.
  ///
  /// Tables of many megabytes are saved so.
  static func mendLineEnds(
    _ raw: UnsafeBufferPointer<UInt8>, path: String, log: inout DiagnosticLog
  ) -> [UInt8]? {
    guard let base = raw.baseAddress, let first = raw.firstIndex(of: 0x0d) else { return nil }
    let result = [UInt8](unsafeUninitializedCapacity: raw.count) { result, count in
      var index = 0
      while index < raw.count, let target = result.baseAddress {
        let left = raw.count - index
        let length = memchr(base + index, 0x0d, left).map {
          UnsafeRawPointer($0) - UnsafeRawPointer(base + index)
        }
        memcpy(target + count, base + index, length ?? left)
        count += length ?? left
        index += (length ?? left) + 1
        guard length != nil else { break }
        // A carriage return alone is an old line end; before a line feed it is dropped.
        if index >= raw.count || raw[index] != 0x0a {
          target[count] = 0x0a
          count += 1
        }
      }
    }
    guard result.withUnsafeBufferPointer(isClean) else { return nil }
    let line = raw[..<first].count { $0 == 0x0a } + 1
    let start = raw[..<first].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    let column = raw[start..<first].count { $0 & 0xc0 != 0x80 } + 1
    log.warning(Place(path, line, column), "lines end in CR LF", remedy: "save with LF line ends")
    return result
  }

  static func mend(
    _ raw: UnsafeBufferPointer<UInt8>, path: String, log: inout DiagnosticLog
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var rest = raw[...]
    var line = 1
    var column = 1
    var hasReturns = false
    if rest.starts(with: [0xef, 0xbb, 0xbf]) {
      log.warning(
        Place(path, 1, 1), "the file starts with a byte order mark", remedy: "save it without")
      rest = rest.dropFirst(3)
    }
    while let byte = rest.first {
      let end = plainEnd(raw, from: rest.startIndex)
      if end > rest.startIndex {
        result += rest[..<end]
        for byte in rest[..<end] {
          (line, column) = byte == 0x0a ? (line + 1, 1) : (line, column + 1)
        }
        rest = raw[end...]
        continue
      }
      if byte == 0x0a {
        result.append(byte)
        rest = rest.dropFirst()
        line += 1
        column = 1
        continue
      }
      if byte == 0x0d {
        // A carriage return alone is an old line end; before a line feed it is dropped.
        rest = rest.dropFirst()
        if !hasReturns {
          log.warning(
            Place(path, line, column), "lines end in CR LF", remedy: "save with LF line ends")
          hasReturns = true
        }
        if rest.first != 0x0a {
          result.append(0x0a)
          line += 1
          column = 1
        }
        continue
      }
      guard let (scalar, length) = decode(rest) else {
        log.error(
          Place(path, line, column), "byte \(hex(byte)) is not UTF-8",
          remedy: "save the file as UTF-8")
        result += [0xef, 0xbf, 0xbd]
        rest = rest.dropFirst()
        column += 1
        continue
      }
      if CleanText.isSafe(scalar) || scalar == 0x09 {
        result += rest.prefix(length)
      } else {
        log.warning(
          Place(path, line, column), "control character U+\(hex4(scalar)) is shown as a substitute",
          remedy: "remove it")
        if let shown = CleanText.substitute(scalar) { result += Array(String(shown).utf8) }
      }
      rest = rest.dropFirst(length)
      column += 1
    }
    return result
  }

  private static func hex(_ byte: UInt8) -> String { String(byte, radix: 16, uppercase: true) }

  private static func hex4(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
