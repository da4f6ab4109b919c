/// A file's text with its faults mended: valid UTF-8, line feeds only, nothing a terminal obeys.
///
/// Lines keep their numbers, so that faults found later point to the right place.
struct SourceFile {
  /// The path inside the dossier's folder.
  let path: String
  /// The text as UTF-8.
  let bytes: [UInt8]

  /// Takes the bytes of a file and reports what had to be mended.
  init(path: String, raw: UnsafeBufferPointer<UInt8>, log: inout DiagnosticLog) {
    self.path = path
    // Nearly every file is clean: check first, copy once.
    if Self.isClean(raw) {
      bytes = Array(raw)
    } else {
      bytes =
        Self.mendLineEnds(raw, path: path, log: &log) ?? Self.mend(raw, path: path, log: &log)
    }
    if bytes.isEmpty { log.error(Place(path), "the file is empty", remedy: "fill it or remove it") }
  }

  /// Calls a function with the mended bytes of a file; those of a clean file are not copied.
  static func withText(
    path: String, raw: UnsafeBufferPointer<UInt8>, draft: inout Draft,
    _ body: (UnsafeBufferPointer<UInt8>, inout Draft) -> Void
  ) {
    if isClean(raw), !raw.isEmpty { return body(raw, &draft) }
    let file = SourceFile(path: path, raw: raw, log: &draft.log)
    file.bytes.withUnsafeBufferPointer { body($0, &draft) }
  }

  /// Whether nothing has to be mended.
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

  /// Where a run of printable ASCII and line feeds stops, or up to eight bytes before that.
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
      // A borrow from the byte below may find too much here, never too little.
      let isControl = (word &- 0x20 * ones) & ~word & tops
      let isBeyond = (word | ((word & ~tops) + ones)) & tops
      if isControl & ~isLineFeed | isBeyond != 0 { break }
      index += 8
    }
    return index
  }

  /// The scalar at the start and how many bytes it takes; nil when the bytes are not UTF-8.
  static func decode(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (UInt32, Int)? {
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
