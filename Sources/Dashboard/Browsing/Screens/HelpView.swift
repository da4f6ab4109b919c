import Canvas

/// The overlay that lists the keys, made from the keymap: those of this screen first.
enum HelpView {
  /// The rows of text that fit.
  package static func height(_ size: Size) -> Int { max(1, size.height - 4) }

  /// The least columns of a column of keys.
  private static let leastWidth = 46

  /// The keys that do something on a screen, under headings, in as many columns as there is room
  /// for.
  static func lines(_ keys: DashboardKeys, _ screen: Screen, width: Int) -> [StyledLine] {
    let room = max(10, width - 4)
    let count = max(1, min(3, room / leastWidth))
    let columnWidth = (room - 2 * (count - 1)) / count
    let groups = groups(keys, screen, width: columnWidth)
    let height = height(of: groups, in: count)
    var columns: [[StyledLine]] = [[]]
    for group in groups {
      let gap = columns[columns.count - 1].isEmpty ? 0 : 1
      if columns.count < count, columns[columns.count - 1].count + gap + group.count > height {
        columns.append([])
      } else if gap > 0 {
        columns[columns.count - 1].append(StyledLine())
      }
      columns[columns.count - 1] += group
    }
    let rows = columns.map(\.count).max() ?? 0
    return (0..<rows).map { row in
      var line = StyledLine()
      for (index, column) in columns.enumerated() where row < column.count {
        let gap = index * (columnWidth + 2) - line.columns
        if gap > 0 { line.runs.append(StyledRun(String(repeating: " ", count: gap))) }
        line.runs += column[row].runs
      }
      return line
    }
  }

  /// The least height in which groups fit into some columns, none of them split.
  private static func height(of groups: [[StyledLine]], in count: Int) -> Int {
    func columns(_ height: Int) -> Int {
      var (columns, used) = (1, 0)
      for group in groups {
        let needed = group.count + (used > 0 ? 1 : 0)
        if used > 0, used + needed > height {
          columns += 1
          used = group.count
        } else {
          used += needed
        }
      }
      return columns
    }
    var height = groups.map(\.count).max() ?? 0
    while columns(height) > count { height += 1 }
    return height
  }

  /// The bindings of each heading, each on two lines if one is too short.
  private static func groups(
    _ keys: DashboardKeys, _ screen: Screen, width: Int
  ) -> [[StyledLine]] {
    let keyWidth = width < 56 ? 14 : 20
    return scopes(screen).compactMap { scope in
      let bindings = keys.bindings.filter {
        $0.scope == scope && !$0.keys.isEmpty && isUseful($0.action, screen)
      }
      guard !bindings.isEmpty else { return nil }
      return [StyledLine(scope.rawValue, .heading)]
        + bindings.flatMap { binding -> [StyledLine] in
          let told = told(binding, keys, screen)
          let names = TextLayout.wrap(told.keys, to: keyWidth - 1)
          let texts = TextLayout.wrap(told.help, to: max(8, width - keyWidth))
          return (0..<max(names.count, texts.count)).map { index in
            let name = index < names.count ? names[index].trimmingEnd : ""
            return StyledLine([
              StyledRun(TextLayout.pad(name, to: keyWidth), Style(.key, .bold)),
              StyledRun(index < texts.count ? texts[index].trimmingEnd : ""),
            ])
          }
        }
    }
  }

  /// The keys and the help of a binding; chapters have one line together.
  private static func told(
    _ binding: Binding<Action>, _ keys: DashboardKeys, _ screen: Screen
  ) -> (keys: String, help: String) {
    guard case .chapter = binding.action, screen.chapters.count > 1 else {
      return (binding.keyNames.joined(separator: " "), binding.help)
    }
    let names = screen.chapters.map { keys.keyName(for: .chapter($0)) }.filter { !$0.isEmpty }
    return (names.joined(separator: " "), "a chapter by its number")
  }

  /// The headings, those that this screen is about first.
  private static func scopes(_ screen: Screen) -> [Action.Scope] {
    var first: [Action.Scope] = []
    if screen.content.chart?.chart != nil { first.append(.charts) }
    if screen.content.index(of: .choices) != nil { first.append(.recommendations) }
    if screen.content.followsOutcomes { first.append(.outcomes) }
    if screen.isReview { first.append(.review) }
    let others: [Action.Scope] = [.moving, .records, .going, .finding, .program]
    return first + others
  }

  /// Whether a key does anything here.
  private static func isUseful(_ action: Action, _ screen: Screen) -> Bool {
    switch action {
    case .chapter(let number): number == screen.chapters.first
    case .previousPanel, .nextPanel, .wholePanel: screen.content.panels.count > 1
    default: true
    }
  }

  /// Draws the overlay over the whole body.
  package static func draw(
    _ keys: DashboardKeys, _ screen: Screen, scroll: Int, glyphs: Glyphs, on canvas: inout Canvas
  ) {
    let frame = Screen.body(canvas.size)
    canvas.fill(frame)
    let lines = lines(keys, screen, width: canvas.size.width)
    let most = lines.count - frame.height + 2
    let inside = PanelFrame(
      title: "Keys on this screen",
      position: most > 0 ? "\(min(100, 100 * scroll / most))%" : ""
    ).draw(on: &canvas, in: frame, glyphs)
    for (index, line) in lines.dropFirst(scroll).prefix(inside.height).enumerated() {
      canvas.put(line.truncated(to: inside.width), at: inside.x, inside.y + index)
    }
    canvas.cursor = Point(x: inside.x, y: inside.y)
  }
}
