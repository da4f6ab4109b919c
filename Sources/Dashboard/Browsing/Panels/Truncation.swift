package import Canvas

extension StyledLine {
  /// The line cut to a width, with `…` at its end if something is cut off.
  package func truncated(to width: Int) -> StyledLine {
    guard columns > width else { return self }
    var result = StyledLine()
    var room = width
    for run in runs {
      let columns = run.text.columns
      if columns < room || (columns == room && run == runs.last) {
        result.runs.append(run)
        room -= columns
        continue
      }
      // More text follows that does not fit, so the last column is needed for the mark.
      var cut = run
      cut.text = TextLayout.truncate(run.text + " …", to: room)
      result.runs.append(cut)
      break
    }
    return result
  }
}
