import Text

/// A run of text on a page, as `pdftohtml -xml` tells of it.
struct PDFRun {
  /// The distances from the page's left and upper edge, and the run's size, in its points.
  var left: Int
  var top: Int
  var width: Int
  var height: Int
  /// The size of its font.
  var size: Int
  /// Whether it is bold.
  var isStrong: Bool
  /// Its text.
  var text: String

  /// Where it ends on the right.
  var right: Int { left + width }
  /// Where it ends below.
  var bottom: Int { top + height }
}

/// One page.
struct PDFPage {
  /// Its size.
  var width = 0
  var height = 0
  /// What is printed on it, in the order of the file.
  var runs: [PDFRun] = []
}

/// A bookmark: a title with its page and its depth, 1 for the outermost.
struct PDFBookmark {
  /// Its title.
  var title: String
  /// The page, counted from 1.
  var page: Int
  /// 1 for the outermost.
  var depth: Int
}

/// Takes what `pdftohtml -xml` writes apart.
///
/// It is that program's own small form, but what the text says is a stranger's; so anything that
/// does not fit is passed over, and nothing is trusted to be complete.
struct PDFScanner {
  /// The pages.
  private(set) var pages: [PDFPage] = []
  /// The bookmarks.
  private(set) var bookmarks: [PDFBookmark] = []

  private struct Font {
    var size = 0
    var isStrong = false
    var isHidden = false
  }

  private var fonts: [String: Font] = [:]
  private var depth = 0

  /// The most runs that are taken.
  private static let runLimit = 2_000_000

  /// Scans what the program wrote.
  init(_ bytes: [UInt8]) {
    var count = 0
    var index = 0
    while let open = Self.find(UInt8(ascii: "<"), bytes, index),
      let close = Self.find(UInt8(ascii: ">"), bytes, open), count < Self.runLimit
    {
      let tag = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
      index = close + 1
      if tag.hasPrefix("text ") {
        let end = Self.end(of: "</text>", bytes, index)
        add(tag, String(decoding: bytes[index..<end], as: UTF8.self))
        index = end
        count += 1
      } else if tag.hasPrefix("item ") {
        let end = Self.end(of: "</item>", bytes, index)
        let title = Markup.text(of: String(decoding: bytes[index..<end], as: UTF8.self))
        let page = Self.number("page", tag)
        if !title.isEmpty { bookmarks.append(PDFBookmark(title: title, page: page, depth: depth)) }
        index = end
      } else if tag == "outline" {
        depth += 1
      } else if tag == "/outline" {
        depth -= 1
      } else if tag.hasPrefix("fontspec ") {
        addFont(tag)
      } else if tag.hasPrefix("page ") {
        pages.append(
          PDFPage(width: Self.number("width", tag), height: Self.number("height", tag)))
      }
    }
  }

  private mutating func addFont(_ tag: String) {
    let family = (Self.value("family", tag) ?? "").lowercased()
    let strong = ["bold", "black", "heavy", "semibold", "demi"].contains { family.contains($0) }
    let isHidden = Self.value("opacity", tag)?.hasPrefix("0.0") == true
    fonts[Self.value("id", tag) ?? ""] = Font(
      size: Self.number("size", tag), isStrong: strong, isHidden: isHidden)
  }

  private mutating func add(_ tag: String, _ content: String) {
    guard !pages.isEmpty else { return }
    let font = fonts[Self.value("font", tag) ?? ""] ?? Font()
    let plain = Markup.entities(Self.withoutTags(content))
    let text = Markup.line(plain)
    guard !text.isEmpty, !font.isHidden else { return }
    let isStrong = font.isStrong || content.hasPrefix("<b>") && content.hasSuffix("</b>")
    let ends = plain.last == " " ? " " : ""
    let starts = plain.first == " " ? " " : ""
    let run = PDFRun(
      left: Self.number("left", tag), top: Self.number("top", tag),
      width: Self.number("width", tag), height: Self.number("height", tag), size: font.size,
      isStrong: isStrong, text: starts + text + ends)
    pages[pages.count - 1].runs.append(run)
  }

  private static func withoutTags(_ content: String) -> String {
    guard content.utf8.contains(UInt8(ascii: "<")) else { return content }
    var result = ""
    var isInside = false
    for character in content {
      if character == "<" {
        isInside = true
      } else if character == ">" {
        isInside = false
      } else if !isInside {
        result.append(character)
      }
    }
    return result
  }

  private static func find(_ byte: UInt8, _ bytes: [UInt8], _ start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// Where a closing tag starts, or the end of the bytes.
  private static func end(of tag: String, _ bytes: [UInt8], _ start: Int) -> Int {
    let wanted = Array(tag.utf8)
    var index = start
    while let open = find(wanted[0], bytes, index) {
      if bytes[open...].starts(with: wanted) { return open }
      index = open + 1
    }
    return bytes.count
  }

  private static func value(_ name: String, _ tag: String) -> String? {
    let bytes = Array(tag.utf8)
    let wanted = Array(" \(name)=\"".utf8)
    var index = 0
    while let found = find(UInt8(ascii: " "), bytes, index) {
      if bytes[found...].starts(with: wanted) {
        let start = found + wanted.count
        let end = find(UInt8(ascii: "\""), bytes, start) ?? bytes.count
        return String(decoding: bytes[start..<end], as: UTF8.self)
      }
      index = found + 1
    }
    return nil
  }

  private static func number(_ name: String, _ tag: String) -> Int {
    let digits = value(name, tag)?.prefix { $0.isNumber || $0 == "-" } ?? ""
    return min(max(Int(digits) ?? 0, -100_000), 100_000)
  }
}
