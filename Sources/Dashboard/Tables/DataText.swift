internal import Glibc
import Reading
import Text

/// The text of a user's table: valid UTF-8 with line feeds, whatever its original encoding.
///
/// A byte order mark is removed; CR LF and CR become line feeds. A file that is not UTF-8 is read
/// as Windows-1252, which includes Latin-1, with a note.
struct DataText {
  /// The text as UTF-8.
  package private(set) var bytes: [UInt8]
  /// The changes that a reader should know about.
  private(set) var notes: [String] = []
  /// How the bytes were read.
  private(set) var decision = TableDecision(
    "encoding", "UTF-8", because: "all bytes are valid in it")

  /// The most bytes that a table may have.
  static let limit = 128 << 20

  /// Takes the bytes of a file.
  ///
  /// - Throws: `DataFault` for an empty or binary file, and for one larger than `limit`.
  init(_ raw: consuming [UInt8]) throws(DataFault) {
    bytes = raw
    readUTF16()
    guard bytes.count <= Self.limit else {
      throw DataFault("is larger than \(Self.limit >> 20) MiB")
    }
    try Self.refuseOthers(bytes)
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes.removeFirst(3) }
    mendLineEnds()
    try mendEncoding()
    if let split = TableFile.withoutJoinedDimensions(bytes) { bytes = split }
    guard bytes.contains(where: { !$0.isBlank }) else { throw DataFault("is empty") }
  }

  /// Reads a file with the byte order mark of UTF-16, as spreadsheets write "Unicode text".
  private mutating func readUTF16() {
    let isBig = bytes.starts(with: [0xfe, 0xff])
    guard bytes.count % 2 == 0, isBig || bytes.starts(with: [0xff, 0xfe]) else { return }
    let units = stride(from: 2, to: bytes.count, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    bytes = Array(String(decoding: units, as: UTF16.self).utf8)
    decision = TableDecision("encoding", "UTF-16", because: "it begins with a byte order mark")
  }

  /// Refuses a file that is not text in a single-byte encoding or UTF-8.
  private static func refuseOthers(_ bytes: [UInt8]) throws(DataFault) {
    if case .other(let sentence) = TableFile.kind(bytes) { throw DataFault(sentence) }
    let hasNull = bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { memchr($0, 0, buffer.count) != nil } ?? false
    }
    if hasNull { throw DataFault("is binary, not text") }
  }

  private mutating func mendLineEnds() {
    let hasReturn = bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { memchr($0, 0x0d, buffer.count) != nil } ?? false
    }
    guard hasReturn else { return }
    let count = bytes.withUnsafeMutableBufferPointer { bytes in
      var (from, to) = (0, 0)
      while from < bytes.count {
        if bytes[from] == 0x0d {
          bytes[to] = 0x0a
          if from + 1 < bytes.count, bytes[from + 1] == 0x0a { from += 1 }
        } else {
          bytes[to] = bytes[from]
        }
        from += 1
        to += 1
      }
      return to
    }
    bytes.removeSubrange(count...)
  }

  private mutating func mendEncoding() throws(DataFault) {
    let (wrong, wide, controls) = count()
    guard wrong > 0 else { return }
    // Programs and pictures contain control characters everywhere; texts do not.
    if controls * 50 > bytes.count { throw DataFault("is binary, not text") }
    if wrong > wide {
      bytes = Self.fromWindows1252(bytes)
      notes.append("is not UTF-8 and is read as Latin-1")
      decision = TableDecision(
        "encoding", "Windows-1252", because: "bytes above 127 do not form characters of UTF-8")
    } else {
      bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
      notes.append(
        (wrong == 1 ? "has a byte that is" : "has \(wrong) bytes that are")
          + " not UTF-8, shown as \u{fffd}")
    }
  }

  /// How many bytes are not UTF-8, how many longer sequences are, and how many control characters.
  private func count() -> (wrong: Int, wide: Int, controls: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      var (wrong, wide, controls) = (0, 0, 0)
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if byte < 0x20, byte != 0x0a, byte != 0x09 { controls += 1 }
          index += 1
        } else if let (_, length) = SourceFile.decode(bytes[index...]) {
          wide += 1
          index += length
        } else {
          wrong += 1
          index += 1
        }
      }
      return (wrong, wide, controls)
    }
  }

  private static func fromWindows1252(_ raw: [UInt8]) -> [UInt8] {
    // The code page's own characters from 0x80 to 0x9f; the other bytes are Latin-1.
    let own: [UInt32] = [
      0x20ac, 0xfffd, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039,
      0x152, 0xfffd, 0x17d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
      0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0xfffd, 0x17e, 0x178,
    ]
    var result: [UInt8] = []
    result.reserveCapacity(raw.count + raw.count / 8)
    for byte in raw {
      if byte < 0x80 {
        result.append(byte)
        continue
      }
      let value = byte < 0xa0 ? own[Int(byte) - 0x80] : UInt32(byte)
      result.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{fffd}").utf8)
    }
    return result
  }
}
