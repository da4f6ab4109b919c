import Browsing
import Canvas
import Charts
import Records

/// Finds the letters in which a slide fills its screen and fits it.
struct SlideFitting {
  let slide: Slide
  let area: SlideArea
  package let accent: Role
  let library: Library

  init(_ slide: Slide, _ area: SlideArea, accent: Role, library: Library) {
    self.slide = slide
    self.area = area
    self.accent = accent
    self.library = library
  }

  private var glyphs: GlyphSet { library.glyphs.chart }

  /// The heading and the content in letters, the largest that fit together on one screen.
  ///
  /// If none do, the content is set in the terminal's own letters and may take several screens.
  func best() -> (heading: SlideHeading, content: SlideSetter) {
    let headings = bigHeadings + [plainHeading]
    let contents = bigContents
    var best: (heading: SlideHeading, content: SlideSetter)?
    var most = 0.0
    for heading in headings {
      guard let content = contents.first(where: { fits($0, below: heading) }) else { continue }
      // What a slide says counts most; its heading need not be much larger.
      let (large, small) = (heading.lettering.size, content.lettering.size)
      let score = min(large, 2 * small) + 2 * small
      if score > most { (best, most) = ((heading, content), score) }
    }
    if let best { return best }
    // Lines are as far apart as fits; where there is much room, a quarter of it stays free.
    for heading in headings {
      let room = room(below: heading)
      for spacing in stride(from: area.hasBigHeadings ? 3 : 1, through: 0, by: -1) {
        let content = setter(heading.leftover, spacing: spacing)
        let height = content.height(chart: leastChart)
        if height <= (spacing > 1 ? room * 3 / 4 : room) { return (heading, content) }
      }
    }
    let heading = slide.isTitle ? headings[0] : plainHeading
    return (heading, setter(heading.leftover, spacing: 0))
  }

  private func room(below heading: SlideHeading) -> Int {
    area.height - (heading.height > 0 ? heading.height + area.headingGap : 0)
  }

  /// The rows that a chart should have at least: two fifths of the screen.
  private var leastChart: Int { max(SlideSetter.leastChart, area.height * 2 / 5) }

  /// Whether content fits below a heading, and is no larger.
  ///
  /// A chart takes most of the room.
  private func fits(_ content: SlideSetter, below heading: SlideHeading) -> Bool {
    let most = heading.lettering.size * (content.hasChart ? 0.8 : 1)
    guard content.lettering.size <= most || isFigure || heading.height == 0 else { return false }
    let room = room(below: heading)
    return content.height(chart: content.hasChart ? room * 3 / 5 : 0) <= room
  }

  // MARK: Headings

  /// The headings in big letters, the largest first.
  private var bigHeadings: [SlideHeading] {
    guard area.hasBigHeadings, !slide.heading.isEmpty else { return [] }
    let share = slide.isTitle ? slide.elements.isEmpty ? 88 : 50 : 30
    let most = area.height * share / 100
    return Lettering.big(glyphs).compactMap {
      SlideHeading(
        slide.heading, $0, width: area.width, height: max(most, slide.isTitle ? 0 : 9),
        hasRule: slide.isTitle, accent: accent, isASCII: glyphs.isASCII)
    }
  }

  private var plainHeading: SlideHeading {
    guard !slide.heading.isEmpty else { return SlideHeading() }
    return SlideHeading(
      slide.heading, width: area.width, most: max(1, area.height / 3), hasRule: area.hasRule,
      accent: accent, isASCII: glyphs.isASCII)
  }

  // MARK: Content

  private func setter(
    _ leftover: [Span] = [], spacing: Int, _ lettering: Lettering = .plain
  ) -> SlideSetter {
    let lead = leftover.isEmpty ? [] : [SlideElement(.block(.paragraph(leftover)))]
    return SlideSetter(
      lead + slide.elements, library: library, accent: accent, spacing: spacing,
      width: area.width, heading: slide.heading.plainText, lettering: lettering)
  }

  /// The content in big letters that fit across, the largest first.
  private var bigContents: [SlideSetter] {
    guard area.isBig || isFigure, !slide.elements.isEmpty else { return [] }
    let sizes = Lettering.big(glyphs)
    return sizes.flatMap { lettering in
      [1, 0].map { setter(spacing: $0, lettering) }.filter(\.isWhole)
    } + sizes.suffix(2).map { setter(spacing: 0, $0.tight) }.filter(\.isWhole)
  }

  /// Whether a single figure is all that there is below the heading.
  private var isFigure: Bool {
    guard slide.elements.count == 1, case .block(.paragraph(let spans)) = slide.elements[0].content
    else { return false }
    let text = spans.plainText
    return text.count <= 14 && text.contains(where: \.isNumber)
  }
}
