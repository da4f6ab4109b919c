extension Canvas {
  /// The canvas as an SVG picture: a panel of text in a monospaced font.
  ///
  /// Each run of text has a length, so that columns align in any browser and font; lines, blocks
  /// and Braille dots are drawn as shapes, because fonts lack them or leave gaps between rows. The
  /// result is valid XML.
  ///
  /// - Parameter title: What the picture shows, for readers who cannot see it.
  package func svg(title: String, colours: PictureColours) -> String {
    let margin = 12.0
    let width = Double(size.width) * SVGCell.width + 2 * margin
    let height = Double(size.height) * SVGCell.height + 2 * margin
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" \
      width="\(SVGCell.number(width))" height="\(SVGCell.number(height))" \
      viewBox="0 0 \(SVGCell.number(width)) \(SVGCell.number(height))">
      <title>\(SVGCell.escaped(title))</title>
      <rect width="100%" height="100%" rx="6" fill="\(colours.background)"/>
      <g transform="translate(\(SVGCell.number(margin)) \(SVGCell.number(margin)))" \
      font-family="'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="15" \
      xml:space="preserve">

      """
    for y in 0..<size.height {
      var x = 0
      let end = visibleColumns(y)
      while x < end {
        var next = x + 1
        while next < end, self[next, y].style == self[x, y].style { next += 1 }
        svgRun(x..<next, y, colours, &svg)
        x = next
      }
    }
    return svg + "</g>\n</svg>\n"
  }

  /// The cells of a row that share a style.
  private func svgRun(
    _ range: Range<Int>, _ y: Int, _ colours: PictureColours, _ svg: inout String
  ) {
    let style = self[range.lowerBound, y].style
    let isReverse = style.attributes.contains(.reverse)
    let colour = colours.colour(style.role)
    let paper = colours.paper(style.role)
    let ink = isReverse ? paper ?? colours.background : colour
    let opacity = colours.opacity(style)
    if let ground = isReverse ? colour : paper {
      svg += SVGCell.rectangle(range, y, ground) + "\n"
    }
    var shapes = SVGShapes()
    var x = range.lowerBound
    while x < range.upperBound {
      guard let character = character(at: x, y) else {
        x += 1
        continue
      }
      if let scalar = self[x, y].glyph.scalar, shapes.add(scalar, x, y) {
        x += 1
        continue
      }
      // Text up to the next shape or the next two spaces.
      var text = String(character)
      var end = x + character.columns
      while end < range.upperBound {
        if let scalar = self[end, y].glyph.scalar {
          if SVGShapes.isShape(scalar) { break }
          if scalar == " ", self[end + 1, y].glyph == .space { break }
        }
        if let character = self.character(at: end, y) { text.append(character) }
        end += 1
      }
      if text.contains(where: { $0 != " " }) {
        svg += SVGCell.text(text, x..<max(end, x + 1), y, ink, style.attributes, opacity) + "\n"
      }
      x = max(end, x + 1)
    }
    svg += shapes.paths(ink, opacity)
    if style.attributes.contains(.underline) { svg += SVGCell.underline(range, y, ink, opacity) }
  }
}

/// The measures and elements of a cell in a picture.
package enum SVGCell {
  package static let width = 9.0
  package static let height = 20.0

  /// A number with at most two decimals.
  package static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    if rest == 0 { return "\(sign)\(whole)" }
    let digits = rest.isMultiple(of: 10) ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(sign)\(whole).\(digits)"
  }

  static func rectangle(_ range: Range<Int>, _ y: Int, _ colour: String) -> String {
    "<rect x=\"\(number(Double(range.lowerBound) * width))\" y=\"\(number(Double(y) * height))\" "
      + "width=\"\(number(Double(range.count) * width))\" height=\"\(number(height))\" "
      + "fill=\"\(colour)\"/>"
  }

  package static func text(
    _ text: String, _ range: Range<Int>, _ y: Int, _ colour: String,
    _ attributes: Style.Attributes, _ opacity: String
  ) -> String {
    let weight = attributes.contains(.bold) ? " font-weight=\"bold\"" : ""
    let slant = attributes.contains(.italic) ? " font-style=\"italic\"" : ""
    return "<text x=\"\(number(Double(range.lowerBound) * width))\" "
      + "y=\"\(number(Double(y) * height + 15))\" "
      + "textLength=\"\(number(Double(range.count) * width))\" lengthAdjust=\"spacingAndGlyphs\" "
      + "fill=\"\(colour)\"\(weight)\(slant)\(opacity)>\(escaped(text))</text>"
  }

  static func underline(
    _ range: Range<Int>, _ y: Int, _ colour: String, _ opacity: String
  ) -> String {
    "<rect x=\"\(number(Double(range.lowerBound) * width))\" "
      + "y=\"\(number(Double(y) * height + 17))\" "
      + "width=\"\(number(Double(range.count) * width))\" height=\"1\" "
      + "fill=\"\(colour)\"\(opacity)/>\n"
  }

  /// Text for XML: special characters escaped, forbidden ones replaced by spaces.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case _
      where scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value)
        || scalar.value == 0xfffe || scalar.value == 0xffff:
        result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
