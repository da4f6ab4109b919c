import Canvas
import Records

/// The layout of a slide's cells: margins that grow with the terminal, and a footer.
struct SlideArea {
  /// The first column and the number of columns, the same on all slides of a deck.
  let left: Int
  package let width: Int
  /// The first row, and the row below the last one.
  let top: Int
  let bottom: Int
  /// The free rows below a heading.
  let headingGap: Int
  /// Whether a line is drawn below a heading that is not in big letters.
  let hasRule: Bool
  /// Whether headings are set in big letters, and whether everything is.
  let hasBigHeadings: Bool
  let isBig: Bool

  /// The rows between the margins.
  package var height: Int { bottom - top }

  /// The area of a slide of a size.
  init(size: Size, isTitle: Bool) {
    left = size.width < 60 ? 1 : max(3, size.width / 16)
    width = max(0, size.width - 2 * left)
    let footer = size.height > 3 ? 1 : 0
    top = size.height < 18 ? 0 : min(4, size.height / 16)
    bottom = max(top, size.height - footer - (size.height < 14 ? 0 : 1))
    hasBigHeadings = isTitle || (size.width >= 100 && size.height >= 30)
    isBig = size.width >= 140 && size.height >= 40
    headingGap = size.height < 14 ? (isTitle ? 1 : 0) : size.height < 36 ? 1 : 2
    hasRule = size.height >= 10
  }
}
