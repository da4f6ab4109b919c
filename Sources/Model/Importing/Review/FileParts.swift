import Text

/// A Markdown file of a dossier in the parts that are merged on their own: fields and paragraphs.
struct FileParts: Hashable {
  /// A field of the front matter.
  struct Field: Hashable {
    /// The comments above it.
    var remarks: [String] = []
    /// Its key.
    var key: String
    /// Its lines as written.
    var lines: [String]
  }

  /// A heading, a paragraph, an item of a list, a table or a note.
  struct Unit: Hashable {
    /// The empty lines before it.
    var gap: Int
    /// Its lines as written.
    var text: String
    /// The comment below a heading that says where it stands; nil if there is none.
    var locator: String?
  }

  /// The fields in order.
  var fields: [Field] = []
  /// The comments below the last field.
  var lastRemarks: [String] = []
  /// The body.
  var units: [Unit] = []

  /// Takes a file apart.
  init(_ text: String) {
    let scalars = text.unicodeScalars.filter { $0 != "\r" }
    var lines = String(String.UnicodeScalarView(scalars))
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    if lines.last == "" { lines.removeLast() }
    if lines.first?.trimmed == "---", let end = lines.dropFirst().firstIndex(where: Self.isEnd) {
      readFields(lines[1..<end])
      lines = lines[(end + 1)...]
    }
    readUnits(lines)
  }

  private static func isEnd(_ line: String) -> Bool { ["---", "..."].contains(line.trimmed) }

  private mutating func readFields(_ lines: ArraySlice<String>) {
    for line in lines {
      if line.first == "#" {
        lastRemarks.append(line)
      } else if let key = Self.key(line) {
        fields.append(Field(remarks: lastRemarks, key: key, lines: [line]))
        lastRemarks = []
      } else if fields.isEmpty {
        lastRemarks.append(line)
      } else {
        fields[fields.count - 1].lines += lastRemarks + [line]
        lastRemarks = []
      }
    }
  }

  /// The key at a line's start; nil if the line goes on with the field before it.
  static func key(_ line: String) -> String? {
    guard let end = line.firstIndex(of: ":"), end > line.startIndex else { return nil }
    let key = line[..<end]
    return key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      ? String(key) : nil
  }

  private mutating func readUnits(_ lines: ArraySlice<String>) {
    var gap = 0
    var isOpen = false
    var fence: Substring?
    for line in lines {
      let start = line.drop { $0 == " " }
      if let mark = fence {
        units[units.count - 1].text += "\n" + line
        if start.hasPrefix(mark) { fence = nil }
        continue
      }
      if start.isEmpty {
        gap += 1
        isOpen = false
        continue
      }
      let isHeading = line.first == "#"
      if line.hasPrefix("<!-- locator:"), gap == 0, let last = units.last,
        last.text.first == "#", last.locator == nil
      {
        units[units.count - 1].locator = line
        continue
      }
      if isOpen, !isHeading, !Self.startsItem(start) {
        units[units.count - 1].text += "\n" + line
      } else {
        units.append(Unit(gap: gap, text: line, locator: nil))
        gap = 0
      }
      isOpen = !isHeading
      if start.hasPrefix("```") || start.hasPrefix("~~~") { fence = start.prefix(3) }
    }
  }

  /// Whether a line starts an item of a list.
  private static func startsItem(_ line: Substring) -> Bool {
    if let first = line.first, "-*+".contains(first) { return line.dropFirst().first == " " }
    let digits = line.prefix { $0.isNumber }
    return !digits.isEmpty && ".)".contains(line.dropFirst(digits.count).first ?? " ")
      && line.dropFirst(digits.count + 1).first == " "
  }

  /// The file again; its lines are those that it was read from.
  var text: String {
    var lines: [String] = []
    if !fields.isEmpty || !lastRemarks.isEmpty {
      lines.append("---")
      for field in fields { lines += field.remarks + field.lines }
      lines += lastRemarks + ["---"]
    }
    for unit in units {
      lines += Array(repeating: "", count: unit.gap) + [unit.text]
      if let locator = unit.locator { lines.append(locator) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: Fields

  /// The lines of a field; nil if there is none.
  subscript(_ key: String) -> [String]? {
    get { fields.first { $0.key == key }?.lines }
    set {
      let index = fields.firstIndex { $0.key == key }
      if let index, let newValue {
        fields[index].lines = newValue
      } else if let index {
        fields.remove(at: index)
      } else if let newValue {
        fields.append(Field(key: key, lines: newValue))
      }
    }
  }

  /// The value of a field of one line, without its quotation marks; empty if there is none.
  func value(_ key: String) -> String {
    guard let line = self[key]?.first else { return "" }
    return Self.unquoted(String(line.dropFirst(key.count + 1)).trimmed)
  }

  /// A value without its quotation marks.
  private static func unquoted(_ value: String) -> String {
    guard value.count >= 2, let first = value.first, "'\"".contains(first), value.last == first
    else { return value }
    var result = ""
    var wasQuote = false
    for character in value.dropFirst().dropLast() {
      // Inside quotation marks a quotation mark is doubled.
      wasQuote = character == first && !wasQuote
      if !wasQuote { result.append(character) }
    }
    return result
  }

  /// The items of a field that is a list, one a line or in brackets.
  func list(_ key: String) -> [String] {
    guard let lines = self[key] else { return [] }
    let items =
      lines.count > 1
      ? lines.dropFirst().map { String($0.drop { " -".contains($0) }) }
      : value(key).split { "[],".contains($0) }.map(String.init)
    return items.map { Self.unquoted($0.trimmed) }
  }
}
