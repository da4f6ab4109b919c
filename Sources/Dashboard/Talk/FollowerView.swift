import Browsing
package import Canvas
import Records

/// A follower's screen: what the presenter shows, in the follower's own size.
package enum FollowerView {
  /// The screen as cells.
  package static func draw(
    _ talk: Talk, _ stage: Stage
  ) -> Canvas {
    let keys = stage.library.preferences.talkKeys
    var canvas = Canvas(talk.size)
    let area = slideArea(talk)
    let isComing = talk.showsText && talk.text.isEmpty && !talk.shown.isBlank
    if !talk.hasBegun || isComing {
      drawWaiting(talk, stage, on: &canvas)
    } else if talk.shown.isBlank {
      canvas.put(
        TextLayout.truncate("The presenter has blanked the screen.", to: max(0, area.width - 2)),
        at: 1, area.bottom - 1, .faint)
    } else if talk.showsText {
      drawText(talk, on: &canvas)
    } else {
      SubjectView.draw(talk, stage, on: &canvas, in: area)
    }
    if let remark = remark(talk), talk.hasBegun { TalkOverlays.say(remark, on: &canvas) }
    TalkOverlays.draw(talk, stage, keys, on: &canvas)
    return canvas
  }

  /// The cells of the slide.
  static func slideArea(_ talk: Talk) -> Rect { Rect(talk.size) }

  /// What a follower must know besides the slide; nil if there is nothing.
  private static func remark(_ talk: Talk) -> String? {
    if !talk.isConnected { return "The line to the briefing is down; trying again." }
    if talk.shown.isWaiting { return "Waiting for the presenter." }
    switch talk.obstacle {
    case .otherState: return "Your copy of the dossier differs from the presenter's."
    case .otherDossier, .otherDeck, nil: return nil
    }
  }

  private static func drawWaiting(_ talk: Talk, _ stage: Stage, on canvas: inout Canvas) {
    let dossier = stage.library.dossier
    let text =
      talk.isConnected ? "Waiting for the presenter." : "Looking for the briefing; trying again."
    let width = max(1, min(talk.size.width - 2, SlideProse.measure))
    let lines =
      TextLayout.wrap(dossier.title, to: width).map { StyledLine($0, .heading) }
      + [StyledLine()] + TextLayout.wrap(text, to: width).map { StyledLine($0, .faint) }
    let y = max(0, (talk.size.height - lines.count) / 2)
    for (row, line) in lines.enumerated() {
      canvas.put(line, at: max(1, (talk.size.width - line.columns) / 2), y + row, limit: width)
    }
  }

  /// The presenter's text, for a follower without the same dossier or deck.
  private static func drawText(_ talk: Talk, on canvas: inout Canvas) {
    let width = textWidth(talk)
    let left = max(1, (talk.size.width - width) / 2)
    let notice = FollowerText.notice(talk)
    let lines = textLines(talk)
    let rows = textRows(talk)
    let screens = textScreens(talk)
    let screen = max(0, min(talk.ownScreen ?? textScreen(talk), screens - 1))
    for (row, line) in lines.dropFirst(screen * rows).prefix(rows).enumerated() {
      canvas.put(line, at: left, 1 + row, limit: width)
    }
    let place = screens > 1 ? "\(screen + 1)/\(screens) " : ""
    canvas.put(
      TextLayout.truncate(place + notice, to: max(0, talk.size.width - 2)), at: 1,
      max(0, talk.size.height - 1), .faint)
  }

  /// The screen of the text that follows the presenter: it ends with what the last step or the
  /// cursor in a chart has added.
  static func textScreen(_ talk: Talk) -> Int {
    let isLater = talk.step > 0 || talk.shown.drill != nil
    return isLater ? textScreens(talk) - 1 : 0
  }

  /// How many screens the presenter's text takes.
  static func textScreens(_ talk: Talk) -> Int {
    max(0, textLines(talk).count - 1) / textRows(talk) + 1
  }

  /// The first and the last row have no text.
  private static func textRows(_ talk: Talk) -> Int { max(1, talk.size.height - 2) }

  private static func textWidth(_ talk: Talk) -> Int {
    max(1, min(talk.size.width - 2, SlideProse.measure))
  }

  private static func textLines(_ talk: Talk) -> [StyledLine] {
    var lines: [StyledLine] = []
    for (number, paragraph) in talk.text.enumerated() {
      // The rows of a table have no space between them.
      if number == 1 { lines.append(StyledLine()) }
      lines += TextLayout.wrap(paragraph, to: textWidth(talk))
        .map { StyledLine($0, number == 0 ? .heading : .text) }
    }
    return lines
  }

  /// Marks on a browsing follower's dashboard where the presenter is and how to return.
  package static func drawMark(
    _ talk: Talk, _ stage: Stage, on canvas: inout Canvas
  ) {
    guard canvas.size.width > 20, canvas.size.height > 0 else { return }
    let number = talk.number(of: stage.clamped(talk.shown.slide), stage)
    let key = stage.library.preferences.talkKeys.keyName(for: .roam)
    // Without the deck nothing is known of its slides.
    let parts = [talk.showsText ? "" : "Presenter: \(number)", key.isEmpty ? "" : "\(key) rejoins"]
    let text = parts.filter { !$0.isEmpty }.joined(separator: "   ")
    guard !text.isEmpty else { return }
    let shown = TextLayout.truncate(" \(text) ", to: canvas.size.width)
    canvas.put(shown, at: canvas.size.width - shown.columns, 0, Style(.text, .reverse))
  }
}
