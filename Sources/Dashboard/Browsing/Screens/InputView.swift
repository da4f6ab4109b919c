package import Canvas

/// A line that is being typed.
package enum InputView {
  /// Draws the text around the cursor and places the terminal's cursor there.
  package static func draw(
    _ line: LineEditor, at x: Int, _ y: Int, width: Int, on canvas: inout Canvas
  ) {
    guard width > 1 else { return }
    let before = String(line.text.prefix(line.cursor))
    // Shows the end of a long text, so that what is typed stays visible.
    var start = before.startIndex
    while before[start...].columns >= width { start = before.index(after: start) }
    let used = canvas.put(before[start...], at: x, y, Style(.text, .bold), limit: width - 1)
    canvas.put(
      line.text.dropFirst(line.cursor), at: x + used, y, Style(.text, .bold), limit: width - used)
    canvas.cursor = Point(x: x + used, y: y)
  }
}
