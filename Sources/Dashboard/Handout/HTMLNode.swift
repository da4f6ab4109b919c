import Canvas
import Charts
import Text

/// A piece of a page: text, an element with its content, or a chart's picture.
///
/// It is safe by construction: names of elements and attributes are literals in the program, every
/// text is escaped when it is written, and elements are always closed. The result is valid HTML and
/// valid XML.
enum HTMLNode: ExpressibleByStringInterpolation, Sendable {
  /// Text, escaped when it is written.
  case text(String)
  /// An element with its attributes and its content.
  indirect case element(StaticString, [HTMLAttribute], [HTMLNode])
  /// The picture of a chart, by the number that makes its names unique in the page.
  case picture(ChartScene, number: Int)
  /// The page's style sheet, a literal in the program.
  case style(StaticString)

  package init(stringLiteral text: String) { self = .text(text) }

  /// An element; its content may be empty on purpose.
  static func element(_ name: StaticString, _ children: [HTMLNode]) -> HTMLNode {
    .element(name, [], children)
  }

  /// Adds the piece to a page.
  func write(to html: inout String) {
    switch self {
    case .text(let text): html += Self.escaped(text)
    case .picture(let scene, let number):
      html += scene.inlineSVG(colours: .page, id: "picture-\(number)")
    case .style(let sheet): html += "<style>\(sheet)</style>\n"
    case .element(let name, let attributes, let children):
      html += "<\(name)"
      for attribute in attributes {
        html += " \(attribute.name)=\"\(Self.escaped(attribute.value))\""
      }
      let isVoid = Self.voids.contains("\(name)")
      html += isVoid ? "/>" : ">"
      for child in children where !isVoid { child.write(to: &html) }
      if !isVoid { html += "</\(name)>" }
      // A line end counts as a space, which is harmless only between blocks.
      if !Self.inline.contains("\(name)") { html += "\n" }
    }
  }

  /// Whether it is invisible to a reader.
  var isBlank: Bool {
    switch self {
    case .text(let text): Self.escaped(text).allSatisfy(\.isWhitespace)
    case .element(_, _, let children): children.allSatisfy(\.isBlank)
    case .picture: false
    case .style: true
    }
  }

  /// Text for use between tags and in quotes, in which everything special to a browser, an XML
  /// parser or a terminal is escaped.
  package static func escaped(_ text: String) -> String {
    SVGCell.escaped(CleanText.line(text))
  }

  private static let voids: Set<String> = ["meta", "br", "img"]
  private static let inline: Set<String> = [
    "a", "b", "em", "strong", "code", "sup", "span", "cite", "small", "time", "br", "img",
  ]
}

extension [HTMLNode] {
  /// Pieces with a text between each two.
  func joined(separator: String) -> [HTMLNode] {
    var result: [HTMLNode] = []
    for (index, node) in enumerated() {
      if index > 0 { result.append(.text(separator)) }
      result.append(node)
    }
    return result
  }
}
