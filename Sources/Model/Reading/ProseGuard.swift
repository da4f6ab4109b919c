/// Keeps input from cmark that would take it minutes.
///
/// cmark's time grows with the square of the brackets in a paragraph and with the depth of nesting
/// on every line, and it fills up short rows of wide tables. Normal prose is far below these
/// limits. Paragraphs that exceed them are blanked and reported; the others are unaffected.
package struct ProseGuard {
  /// The most bytes of a paragraph or table: lines without a blank line between them.
  static let lengthLimit = 64 << 10
  /// The most opening square brackets in it.
  static let bracketLimit = 1000
  /// The most opening angle brackets in it.
  static let angleLimit = 250
  /// The most blanks and quotation marks at the start of a line, which cause nesting.
  static let indentLimit = 64

  private var body: [UInt8]

  /// The text of a body that is safe to parse.
  static func check(
    _ bytes: ArraySlice<UInt8>, file: String, firstLine: Int, log: inout DiagnosticLog
  ) -> [UInt8] {
    var prose = ProseGuard(body: Array(bytes))
    var start = 0
    var line = firstLine
    while start < prose.body.count {
      let run = prose.run(from: start)
      if let fault = run.fault {
        log.error(Place(file, line), "\(fault); it is left out", remedy: "split it")
        prose.blank(start..<run.end)
      }
      start = run.end
      line += run.lines
    }
    return prose.body
  }

  /// The text that is safe to parse, and how many paragraphs were left out of it.
  package static func safe(_ bytes: [UInt8]) -> (text: [UInt8], lost: Int) {
    var log = DiagnosticLog()
    let text = check(bytes[...], file: "", firstLine: 1, log: &log)
    return (text, log.errorCount)
  }

  private struct Run {
    var end: Int
    var lines = 0
    var fault: String?
  }

  /// Measures the lines from a byte up to and including the next blank line.
  private func run(from start: Int) -> Run {
    body.withUnsafeBufferPointer { body in
      var run = Run(end: start)
      var squares = 0
      var angles = 0
      var columns = 0
      var indent = 0
      var isBlank = false
      while run.end < body.count, !isBlank {
        var blanks = 0
        var pipes = 0
        var isIndent = true
        isBlank = true
        while run.end < body.count {
          let byte = body[run.end]
          run.end += 1
          // Most bytes are small letters, which do not matter here.
          if byte >= UInt8(ascii: "a"), byte != UInt8(ascii: "|") {
            isBlank = false
            isIndent = false
            continue
          }
          if byte == 0x0a { break }
          if byte != 0x20, byte != 0x09 { isBlank = false }
          switch byte {
          case 0x20, 0x09, UInt8(ascii: ">"): if isIndent { blanks += 1 }
          case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
            UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            break
          case UInt8(ascii: "["):
            squares += 1
            isIndent = false
          case UInt8(ascii: "<"):
            angles += 1
            isIndent = false
          case UInt8(ascii: "|"):
            pipes += 1
            isIndent = false
          default: isIndent = false
          }
        }
        run.lines += 1
        indent = max(indent, isBlank ? 0 : blanks)
        columns = max(columns, pipes)
      }
      let length = run.end - start
      if length > Self.lengthLimit {
        run.fault = "a paragraph of more than \(Self.lengthLimit >> 10) KiB"
      } else if squares > Self.bracketLimit || angles > Self.angleLimit {
        run.fault = "a paragraph with \(max(squares, angles)) brackets"
      } else if indent > Self.indentLimit {
        run.fault = "text nested too deep"
      } else if columns * run.lines > 2 * length {
        run.fault = "a table of \(columns) columns with shorter rows"
      }
      return run
    }
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range where body[index] != 0x0a { body[index] = 0x20 }
  }
}
