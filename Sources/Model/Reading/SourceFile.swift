import Glibc
import Text

/// A file's text with its faults corrected: valid UTF-8, only line feeds, no terminal controls.
///
/// Lines keep their numbers, so that later faults point to the right place.
package struct SourceFile {
  /// The path inside the dossier's folder.
  let path: String
  /// The text as UTF-8.
  package let bytes: [UInt8]

  /// Takes the bytes of a file and reports what had to be corrected.
  init(path: String, raw: UnsafeBufferPointer<UInt8>, log: inout DiagnosticLog) {
    self.path = path
    // Nearly every file is clean, so check first and copy once.
    if Self.isClean(raw) {
      bytes = Array(raw)
    } else {
      bytes =
        Self.mendLineEnds(raw, path: path, log: &log) ?? Self.mend(raw, path: path, log: &log)
    }
    if bytes.isEmpty { log.error(Place(path), "the file is empty", remedy: "fill it or remove it") }
  }

  /// Calls a function with the corrected bytes of a file; clean bytes are not copied.
  static func withText(
    path: String, raw: UnsafeBufferPointer<UInt8>, draft: inout Draft,
    _ body: (UnsafeBufferPointer<UInt8>, inout Draft) -> Void
  ) {
    if isClean(raw), !raw.isEmpty { return body(raw, &draft) }
    let file = SourceFile(path: path, raw: raw, log: &draft.log)
    file.bytes.withUnsafeBufferPointer { body($0, &draft) }
  }

  /// Whether nothing has to be corrected.
  static func isClean(_ raw: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < raw.count {
      index = Self.plainEnd(raw, from: index)
      guard index < raw.count else { break }
      let byte = raw[index]
      if byte < 0x80 {
        if byte < 0x20 && byte != 0x0a && byte != 0x09 || byte == 0x7f { return false }
        index += 1
        continue
      }
      guard let (scalar, length) = decode(raw[index...]), CleanText.isSafe(scalar) else {
        return false
      }
      index += length
    }
    return true
  }

  /// The place where a run of printable ASCII and line feeds ends, or up to eight bytes earlier.
  ///
  /// Eight bytes at once, as in H. Warren, Hacker's Delight, 2012, section 6-1.
  static func plainEnd(_ raw: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(raw)
    let (ones, tops) = (UInt64(0x0101_0101_0101_0101), UInt64(0x8080_8080_8080_8080))
    var index = start
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let other = word ^ 0x0a * ones
      let isLineFeed = ~(((other & ~tops) + ~tops) | other | ~tops)
      // A borrow from the byte below may find too much here, but never too little.
      let isControl = (word &- 0x20 * ones) & ~word & tops
      let isBeyond = (word | ((word & ~tops) + ones)) & tops
      if isControl & ~isLineFeed | isBeyond != 0 { break }
      index += 8
    }
    return index
  }

  /// The scalar at the start and its length in bytes; nil if the bytes are not UTF-8.
  package static func decode(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (UInt32, Int)? {
    guard let first = bytes.first else { return nil }
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
    guard first >= 0xc2, first <= 0xf4, bytes.count >= length else { return nil }
    var value = UInt32(first & (0xff >> (UInt8(length) + 1)))
    for byte in bytes.prefix(length).dropFirst() {
      guard byte & 0xc0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3f)
    }
    // Overlong forms, surrogates and values beyond Unicode are not UTF-8.
    let least: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard value >= least, Unicode.Scalar(value) != nil else { return nil }
    return (value, length)
  }
}

/// Texts that are not clean.
extension SourceFile {
  /// Corrects a text whose only faults are line ends; nil for any other.
  ///
  /// This saves work for tables of many megabytes.
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
