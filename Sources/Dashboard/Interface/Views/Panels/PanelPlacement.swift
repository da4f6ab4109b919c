/// Where a panel of a screen stands.
struct PanelPlacement {
  /// The panel's index in the screen's content.
  var panel: Int
  /// The frame with its border.
  var frame: Rect
  /// The panels that take turns in this place, when there are several.
  var turns: [Int] = []

  /// The cells inside the border.
  var inside: Rect { frame.inset(columns: 2, rows: 1) }
}

extension ScreenContent {
  /// The least size that the dashboard draws.
  static let leastSize = Size(width: 20, height: 6)

  /// Where the panels stand: one below 60 columns, two columns below 100, else three.
  ///
  /// A panel that is not placed takes the place of another when it gets the
  /// keyboard.
  func placements(in body: Rect, focus: Int, last visible: [Int] = []) -> [PanelPlacement] {
    guard !panels.isEmpty, !body.isEmpty else { return [] }
    let focus = min(focus, panels.count - 1)
    guard body.width >= 60 else {
      return [PanelPlacement(panel: focus, frame: body, turns: Array(panels.indices))]
    }
    let columns = body.width >= 100 ? wide : medium
    var placements: [PanelPlacement] = []
    let widths = distribute(body.width, columns.map(\.width), fit: { _ in 0 })
    var x = body.x
    for (column, width) in zip(columns, widths) {
      let heights = distribute(body.height, column.slots.map(\.height)) { slot in
        idealHeight(column.slots[slot].panels.first ?? 0)
      }
      var y = body.y
      for (slot, height) in zip(column.slots, heights) {
        let shown =
          slot.panels.contains(focus)
          ? focus : visible.first(where: slot.panels.contains) ?? slot.panels.first ?? 0
        placements.append(
          PanelPlacement(
            panel: shown, frame: Rect(x: x, y: y, width: width, height: height),
            turns: slot.panels.count > 1 ? slot.panels : []))
        y += height
      }
      x += width
    }
    return placements
  }

  /// The rows that a panel would like: its list and its border.
  private func idealHeight(_ panel: Int) -> Int {
    switch panels[panel].content {
    case .list(let list): max(1, list.rows.count) + ListView.headingRows(list) + 2
    case .matrix(let matrix): matrix.height + 2
    case .document, .chart: 10
    }
  }

  /// Lengths that add up to a total: fixed ones first, then shares by weight.
  private func distribute(
    _ total: Int, _ extents: [Extent], fit: (Int) -> Int
  ) -> [Int] {
    var lengths = [Int](repeating: 0, count: extents.count)
    var weights = 0
    var left = total
    for (index, extent) in extents.enumerated() {
      switch extent {
      case .cells(let cells): lengths[index] = min(cells, left)
      case .fit(let percent): lengths[index] = min(fit(index), total * percent / 100, left)
      case .share(let weight):
        weights += weight
        continue
      }
      left -= lengths[index]
    }
    for (index, extent) in extents.enumerated() {
      guard case .share(let weight) = extent, weights > 0 else { continue }
      lengths[index] = left * weight / weights
      left -= lengths[index]
      weights -= weight
    }
    // Without a share the last one takes what is left over.
    if let last = lengths.indices.last { lengths[last] += left }
    return lengths
  }
}
