import Canvas
import Records

/// The layout of a slide's cells: margins that grow with the terminal, and a footer.
struct SlideArea {
  /// The first column and the number of columns.
  let left: Int
  package let width: Int
  /// The first row, and the row below the last one.
  let top: Int
  let bottom: Int
  /// The free rows below a heading.
  let headingGap: Int
  /// Whether a line is drawn below the heading.
  let hasRule: Bool
  /// The most rows that a title takes.
  let bigHeight: Int

  /// The rows between the margins.
  package var height: Int { bottom - top }

  /// The area of a slide of a size.
  ///
  /// - Parameter isWide: Whether something uses the whole width; otherwise a block as wide as prose
  ///   is centred.
  init(size: Size, isWide: Bool, isTitle: Bool) {
    let margin = size.width < 60 ? 1 : max(3, size.width / 16)
    let room = max(0, size.width - 2 * margin)
    width = isWide || isTitle ? room : min(room, SlideProse.measure)
    left = margin + (room - width) / 2
    let footer = size.height > 3 ? 1 : 0
    top = size.height < 18 ? 0 : min(4, size.height / 16)
    bottom = max(top, size.height - footer - (size.height < 14 ? 0 : 1))
    headingGap = size.height < 14 ? (isTitle ? 1 : 0) : 1
    hasRule = size.height >= 10
    bigHeight = max(0, size.height / 2)
  }

  /// Whether a slide has something that benefits from width.
  static func isWide(_ slide: Slide) -> Bool {
    slide.elements.contains { element in
      switch element.content {
      case .columns: true
      case .inclusion(.record), .inclusion(.timeline): false
      case .inclusion: true
      case .block(.table), .block(.code): true
      case .block: false
      }
    }
  }
}
