import Canvas

extension SlideLayout {
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
