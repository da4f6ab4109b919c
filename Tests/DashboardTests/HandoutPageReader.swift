import Foundation
import FoundationXML
import Testing

/// A page read by an XML parser: what stands in it, in order.
final class HandoutPageReader: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    var parent: Int?
    var text = ""
  }

  private(set) var elements: [Element] = []
  private(set) var fault: String?
  private var open: [Int] = []

  /// Reads a page, which has to be well-formed.
  init(_ html: String) {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.shouldResolveExternalEntities = false
    parser.delegate = self
    if !parser.parse(), fault == nil { fault = "line \(parser.lineNumber): not well-formed" }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(Element(name: name, attributes: attributes, parent: open.last))
    open.append(elements.count - 1)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    _ = open.popLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for index in open { elements[index].text += text }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    fault = "line \(parser.lineNumber): \(error)"
  }

  /// The elements of a name.
  func all(_ names: String...) -> [Element] { elements.filter { names.contains($0.name) } }

  /// The element of a name in the page.
  func element(id: String) -> Element? { elements.first { $0.attributes["id"] == id } }

  /// What every page has to keep, whatever stands in it.
  func expectSound(_ place: SourceLocation = #_sourceLocation) {
    #expect(fault == nil, sourceLocation: place)
    let ids = elements.compactMap { $0.attributes["id"] }
    let known = Set(ids)
    #expect(known.count == ids.count, "an id appears twice", sourceLocation: place)
    for link in all("a") {
      guard let target = link.attributes["href"] else {
        Issue.record("a link to nothing", sourceLocation: place)
        continue
      }
      if target.hasPrefix("#") {
        #expect(known.contains(String(target.dropFirst())), sourceLocation: place)
      } else {
        #expect(target.hasPrefix("http://") || target.hasPrefix("https://"))
        #expect(link.attributes["rel"] == "noreferrer", sourceLocation: place)
      }
    }
    for name in ["header", "main", "footer", "h1", "title"] {
      // The title of a picture is none of the page's.
      let count = all(name).filter { name != "title" || parent(of: $0) == "head" }.count
      #expect(count == 1, "\(count) of \(name)", sourceLocation: place)
    }
    var level = 0
    for element in elements where element.name.count == 2 && element.name.first == "h" {
      guard let next = element.name.last?.wholeNumberValue else { continue }
      #expect(next <= level + 1, "\(element.name) after h\(level)", sourceLocation: place)
      #expect(!element.text.isEmpty, sourceLocation: place)
      level = next
    }
    for element in elements {
      #expect(Self.allowed.contains(element.name), "\(element.name)", sourceLocation: place)
      for name in element.attributes.keys {
        #expect(!name.hasPrefix("on") && name != "style" && name != "src", sourceLocation: place)
      }
      for name in ["fill", "stroke"] {
        guard let paint = element.attributes[name] else { continue }
        #expect(paint == "none" || paint.hasPrefix("var(--"), "\(paint)", sourceLocation: place)
      }
    }
    for picture in all("svg") {
      #expect(picture.attributes["role"] == "img", sourceLocation: place)
      let names = (picture.attributes["aria-labelledby"] ?? "").split(separator: " ")
      #expect(names.count == 2, sourceLocation: place)
      for name in names {
        #expect(element(id: String(name))?.text.isEmpty == false, sourceLocation: place)
      }
    }
    let language = elements.first?.attributes["lang"] ?? ""
    #expect(!language.isEmpty, sourceLocation: place)
  }

  private func parent(of element: Element) -> String {
    element.parent.map { elements[$0].name } ?? ""
  }

  private static let allowed: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "section",
    "article", "aside", "div", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li",
    "blockquote", "pre", "code", "span", "b", "em", "strong", "small", "cite", "sup", "a", "table",
    "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "details", "summary", "svg", "desc",
    "g", "path", "rect", "line", "circle", "text", "clipPath",
  ]
}
