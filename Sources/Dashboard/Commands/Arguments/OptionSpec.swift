import Canvas

/// One option of a command: its name, its value and its help.
struct OptionSpec: Sendable {
  /// The value of an option or an operand.
  enum Value: Sendable {
    /// Nothing; the option is a switch.
    case none
    /// Any text, with its name in help.
    case text(String)
    /// One of a few words.
    case choice([String])
    /// A whole number within bounds.
    case number(ClosedRange<Int>)
    /// Columns and rows: `80x24`.
    case size
    /// The path of a file.
    case file
    /// The path of a folder.
    case folder
  }

  /// The name without hyphens.
  var name: String
  /// Its value.
  package var value: Value
  /// What it does, in a few words.
  var help: String
  /// Whether it may be repeated, or have several values separated by commas.
  var repeats: Bool

  /// An option with a value.
  init(_ name: String, _ value: Value, _ help: String, repeats: Bool = false) {
    self.name = name
    self.value = value
    self.help = help
    self.repeats = repeats
  }

  /// A switch.
  init(_ name: String, _ help: String) { self.init(name, .none, help) }

  /// The option as help shows it: `--format table|json`.
  package var title: String {
    value.title.isEmpty ? "--\(name)" : "--\(name) \(value.title)"
  }
}

extension OptionSpec.Value {
  /// The largest width and height that an option may have.
  static let sizeLimit = 1000

  /// The value as help shows it; empty for none.
  package var title: String {
    switch self {
    case .none: ""
    case .text(let name): name
    // If the list is longer than a line, the help text has it.
    case .choice(let words) where words.count > 10: "WORD"
    case .choice(let words): words.joined(separator: "|")
    case .number: "N"
    case .size: "WxH"
    case .file: "FILE"
    case .folder: "DIR"
    }
  }

  /// What is wrong with a text as a value; nil if it is valid.
  func fault(_ text: String) -> String? {
    switch self {
    case .none, .text: return nil
    case .choice(let words):
      if words.contains(text) { return nil }
      return "'\(text)' is not one of \(words.joined(separator: ", "))"
        + Suggestion.text(for: text, in: words)
    case .number(let range):
      guard let number = Int(text) else { return "'\(text)' is not a whole number" }
      if range.contains(number) { return nil }
      return "\(number) is not between \(range.lowerBound) and \(range.upperBound)"
    case .size:
      if Size(text) != nil { return nil }
      return "'\(text)' is not a size such as 80x24, each at most \(Self.sizeLimit)"
    case .file, .folder: return text.isEmpty ? "the path is empty" : nil
    }
  }
}

extension Size {
  /// Reads `80x24`; nil for anything else, for zero and for sizes beyond any screen.
  package init?(_ text: String) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]) else {
      return nil
    }
    let range = 1...OptionSpec.Value.sizeLimit
    guard range.contains(width), range.contains(height) else { return nil }
    self.init(width: width, height: height)
  }
}
