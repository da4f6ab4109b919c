import Glibc

/// A Markdown file split into its front matter and its body.
struct FrontMatter {
  /// The most bytes of a front matter: libyaml compares every directive with every other.
  static let limit = 64 << 10

  /// The fields in the order of the file; a repeated field is repeated here.
  var fields: [YAMLNode.Pair] = []
  /// Whether all of it could be read.
  ///
  /// If not, the log is muted, because missing fields may merely be lost. The reader of the fields
  /// unmutes it before the body.
  private(set) var isWhole = true
  /// The bytes of the body.
  var body: ArraySlice<UInt8>
  /// The line on which the body starts, counted from 1.
  var bodyLine: Int

  /// Splits a file; nil, with a diagnostic, if it has no readable front matter.
  init?(_ file: SourceFile, log: inout DiagnosticLog) {
    let bytes = file.bytes
    var lines = LineCursor(bytes)
    guard let first = lines.next(), Self.isFence(bytes[first], closing: false) else {
      if !bytes.isEmpty {
        log.error(
          Place(file.path, 1, 1), "no front matter",
          remedy: "start the file with a line of three hyphens")
      }
      return nil
    }
    let start = lines.position
    while let line = lines.next() {
      guard Self.isFence(bytes[line], closing: true) else { continue }
      body = bytes[lines.position...]
      bodyLine = lines.number + 1
      guard line.lowerBound - start <= Self.limit else {
        log.error(
          Place(file.path, 1, 1), "the front matter has more than \(Self.limit >> 10) KiB",
          remedy: "move text into the body")
        markBroken(file.path, log: &log)
        return
      }
      let errors = log.errorCount
      let root = YAMLNode.parse(
        bytes[start..<line.lowerBound], file: file.path, firstLine: 2, log: &log)
      switch root.content {
      case .mapping(let pairs): fields = pairs
      case .scalar(""): break
      default:
        log.error(
          Place(file.path, 2, 1), "the front matter is not a list of fields", remedy: "key: value")
      }
      if log.errorCount > errors { markBroken(file.path, log: &log) }
      return
    }
    log.error(
      Place(file.path, 1, 1), "the front matter is never closed",
      remedy: "end it with a line of three hyphens")
    return nil
  }

  private mutating func markBroken(_ file: String, log: inout DiagnosticLog) {
    isWhole = false
    log.isCause(file)
    log.mute(Place(file))
  }

  private static func isFence(_ line: ArraySlice<UInt8>, closing: Bool) -> Bool {
    var line = line
    while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
    return line.elementsEqual("---".utf8) || closing && line.elementsEqual("...".utf8)
  }
}

/// Goes through the lines of a text.
struct LineCursor {
  private let bytes: [UInt8]
  /// Where the next line starts.
  private(set) var position = 0
  /// The number of the last line taken, counted from 1.
  package private(set) var number = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next line without its line feed.
  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    let end = bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.flatMap { base in
        memchr(base + start, 0x0a, bytes.count - start).map { UnsafeRawPointer($0) - base }
      } ?? bytes.count
    }
    position = min(end + 1, bytes.count)
    number += 1
    return start..<end
  }
}
