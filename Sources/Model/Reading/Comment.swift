import Text

/// An HTML comment, which may hold a field: `<!-- locator: L141-L246 -->`.
struct Comment {
  private let text: String

  /// The comment that a piece of HTML is; nil if it is anything else.
  init?(_ html: String) {
    let html = html.trimmed
    guard html.hasPrefix("<!--"), html.hasSuffix("-->"), html.utf8.count >= 7 else { return nil }
    text = html.dropFirst(4).dropLast(3).trimmed
  }

  /// The text after `name:` if the comment starts with it.
  package func field(_ name: String) -> String? {
    text.hasPrefix(name + ":") ? text.dropFirst(name.count + 1).trimmed : nil
  }
}
