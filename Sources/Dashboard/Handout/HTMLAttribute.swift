import Canvas
import Records
import Text

/// An attribute of an element; only those that a page needs can be made.
package struct HTMLAttribute: Sendable {
  /// The name, a literal in the program.
  let name: StaticString
  /// The value, escaped when it is written.
  package let value: String

  private init(_ name: StaticString, _ value: String) {
    self.name = name
    self.value = value
  }

  /// The element's own name in the page.
  static func id(_ anchor: String) -> HTMLAttribute { HTMLAttribute("id", anchor) }
  /// The element's name in the style sheet.
  static func named(_ name: StaticString) -> HTMLAttribute { HTMLAttribute("class", "\(name)") }
  /// Two names for the style sheet; the second is an accent colour's.
  static func named(_ name: StaticString, accent: Int) -> HTMLAttribute {
    let count = Role.accentCount
    return HTMLAttribute("class", "\(name) c\(((accent % count) + count) % count)")
  }
  /// The element's role for a screen reader.
  static func role(_ role: StaticString) -> HTMLAttribute { HTMLAttribute("role", "\(role)") }
  /// The element's name for a screen reader.
  static func label(_ text: String) -> HTMLAttribute { HTMLAttribute("aria-label", text) }
  /// The element whose text is the name for a screen reader.
  static func labelled(by anchor: String) -> HTMLAttribute {
    HTMLAttribute("aria-labelledby", anchor)
  }
  /// A link within the page.
  static func link(to anchor: String) -> HTMLAttribute { HTMLAttribute("href", "#\(anchor)") }
  /// A picture that lies beside the page, by a name of ours.
  static func picture(_ file: String) -> HTMLAttribute { HTMLAttribute("src", file) }
  /// A picture that is part of the page.
  static func data(_ file: PictureFile) -> HTMLAttribute {
    let data = String(decoding: Base64.encoded(file.bytes), as: UTF8.self)
    return HTMLAttribute("src", "data:\(file.kind.rawValue);base64,\(data)")
  }
  /// What a picture shows, for those who cannot see it.
  static func alternative(_ text: String) -> HTMLAttribute { HTMLAttribute("alt", text) }
  /// The first number of a list.
  static func start(_ number: Int) -> HTMLAttribute { HTMLAttribute("start", "\(number)") }
  /// The number of an item of a list.
  package static func number(_ number: Int) -> HTMLAttribute { HTMLAttribute("value", "\(number)") }
  /// What a heading cell belongs to: `col` or `row`.
  static func scope(_ scope: StaticString) -> HTMLAttribute { HTMLAttribute("scope", "\(scope)") }
  /// How many columns a cell takes.
  static func columns(_ count: Int) -> HTMLAttribute { HTMLAttribute("colspan", "\(count)") }
  /// The language of the element's content.
  static func language(_ code: String) -> HTMLAttribute { HTMLAttribute("lang", code) }
  /// The names of XHTML, so that XML parsers know the elements.
  static let xhtml = HTMLAttribute("xmlns", "http://www.w3.org/1999/xhtml")
  /// The content of the head's `meta`.
  static func meta(_ name: StaticString, _ content: String) -> [HTMLAttribute] {
    [HTMLAttribute("name", "\(name)"), HTMLAttribute("content", content)]
  }
  /// The encoding.
  static let utf8 = HTMLAttribute("charset", "utf-8")
  /// What a browser may load for the page: nothing, because style and pictures are part of it.
  static let policy = [
    HTMLAttribute("http-equiv", "Content-Security-Policy"),
    HTMLAttribute(
      "content",
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    ),
  ]

  /// A link out of the page; nil unless it is a web address.
  static func web(_ address: String) -> [HTMLAttribute]? {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https", address.dropFirst(scheme.count).hasPrefix("://"),
      address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7f })
    else { return nil }
    return [HTMLAttribute("href", address), HTMLAttribute("rel", "noreferrer")]
  }
}
