import Canvas

/// Keys to be pressed one after another, as `dossier render --keys` takes them.
///
/// Names are separated by spaces: `2 j Enter`. Text between double quotation marks is typed letter
/// by letter: `/ "border wait" Enter`; in it `\"` is a quotation mark and `\\` a backslash.
struct KeyScript {
  /// The keys in order.
  private(set) var keys: [Key] = []

  /// The most keys that a script may have.
  static let limit = 10_000

  /// Why a script cannot be read.
  struct Fault: Error {
    /// What is wrong, as the end of a sentence.
    var reason: String
  }

  /// Reads a script.
  init(_ text: String) throws(Fault) {
    var rest = text[...]
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
      } else if first == "\"" {
        rest.removeFirst()
        try type(&rest)
      } else {
        let word = rest.prefix { $0 != " " }
        rest = rest[word.endIndex...]
        guard let key = Key(word) else {
          throw Fault(reason: "'\(word)' is not a key; put text to type into double quotes")
        }
        keys.append(key)
      }
      if keys.count > Self.limit { throw Fault(reason: "more than \(Self.limit) keys") }
    }
  }

  private mutating func type(_ rest: inout Substring) throws(Fault) {
    while let character = rest.popFirst() {
      if character == "\"" { return }
      guard character == "\\" else {
        keys.append(.character(character))
        continue
      }
      guard let escaped = rest.popFirst() else { break }
      keys.append(.character(escaped))
    }
    throw Fault(reason: "a quotation mark is not closed")
  }
}
