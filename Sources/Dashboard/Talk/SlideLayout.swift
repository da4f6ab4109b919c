import Browsing
import Canvas
import Charts
import Records

/// A slide laid out for a size: its heading, which always stays, and its content, which may take
/// several screens.
///
/// Places do not depend on the step, so that nothing moves when more appears.
struct SlideLayout {
  /// Something on the slide, with its place.
  struct Part {
    enum Content {
      case lines([SlideLine])
      /// A chart and its number among the charts of the slide.
      case chart(Chart, number: Int)
    }

    package var content: Content
    /// The step from which it is shown.
    var step: Int
    /// Its cells; rows are counted from the top of the first screen.
    var frame: Rect
  }

  /// The cells of the whole slide.
  let size: Size
  /// What is at the top of every screen.
  private(set) var heading = SlideHeading()
  /// The cells of the heading.
  private(set) var headingFrame = Rect(Size(width: 0, height: 0))
  /// The letters of everything below the heading, except in charts.
  private(set) var lettering = Lettering.plain
  /// The cells in which the parts are shown, a screen at a time.
  private(set) var body = Rect(Size(width: 0, height: 0))
  /// Everything below the heading.
  private(set) var parts: [Part] = []
  /// The rows that all parts take.
  package private(set) var height = 0
  /// The rows at which screens start; at least one.
  private(set) var starts = [0]
  /// The indicators whose charts are on the slide, in the order of their numbers.
  private(set) var charts: [String] = []
  /// The colour of the slide's chapter.
  package let accent: Role

  /// Lays out a slide.
  init(_ slide: Slide, size: Size, accent: Role, library: Library) {
    self.size = size
    self.accent = accent
    let area = SlideArea(size: size, isTitle: slide.isTitle)
    guard area.width > 0, area.height > 0 else { return }
    let fitting = SlideFitting(slide, area, accent: accent, library: library)
    var (heading, setter) = fitting.best()
    self.heading = heading
    lettering = setter.lettering
    headingFrame = Rect(x: area.left, y: area.top, width: area.width, height: heading.height)
    let top = heading.height > 0 ? headingFrame.bottom + area.headingGap : area.top
    body = Rect(x: area.left, y: top, width: area.width, height: area.bottom - top)
    guard body.height > 0 else { return }
    setter.place(height: body.height)
    (parts, height, charts) = (setter.parts, setter.bottom, setter.charts)
    placeUpright(slide.isTitle)
    findScreens()
  }

  /// Moves a title to where people look first, and the content below a heading to the middle.
  private mutating func placeUpright(_ isTitle: Bool) {
    let free = body.height - height
    guard free > 1 else { return }
    let shift = isTitle ? free * 2 / 5 : free / 2
    if isTitle { headingFrame.y += shift }
    body.y += shift
    body.height -= shift
  }

  /// Finds where screens start, cutting charts only if unavoidable.
  private mutating func findScreens() {
    var starts = [0]
    var start = 0
    while start + body.height < height {
      var next = start + body.height
      for part in parts {
        guard case .chart = part.content else { continue }
        let frame = part.frame
        if frame.y > start, frame.y < next, frame.bottom > next { next = frame.y }
      }
      start = next
      starts.append(start)
    }
    self.starts = starts
  }

  // MARK: Screens and places

  /// A place on a slide in millionths of its rows, so that it means the same at every size.
  static let placeLimit = 1_000_000

  /// The place at which a screen starts.
  package func place(ofScreen screen: Int) -> Int {
    guard height > 0, starts.indices.contains(screen) else { return 0 }
    // Rounded up, so that the row is found again.
    return (starts[screen] * Self.placeLimit + height - 1) / height
  }

  /// The screen that shows a place.
  func screen(at place: Int) -> Int {
    let place = max(0, min(place, Self.placeLimit))
    let row = place * height / Self.placeLimit
    return screen(ofRow: row)
  }

  private func screen(ofRow row: Int) -> Int { starts.lastIndex { $0 <= row } ?? 0 }

  /// The last screen with something of a step or an earlier one.
  func lastScreen(_ step: Int) -> Int {
    let bottom = parts.filter { $0.step <= step }.map(\.frame.bottom).max() ?? 0
    return screen(ofRow: max(0, bottom - 1))
  }

  /// The screen where the addition of a step begins; if it adds nothing, that of the step before.
  func firstScreen(_ step: Int) -> Int {
    guard step > 0 else { return 0 }
    let top = parts.filter { $0.step == step }.map(\.frame.y).min()
    return top.map(screen(ofRow:)) ?? lastScreen(step - 1)
  }

  /// The screen to show at a place and step: never before what the step has added.
  func screen(at place: Int, step: Int) -> Int {
    max(firstScreen(step), min(screen(at: place), lastScreen(step)))
  }
}
