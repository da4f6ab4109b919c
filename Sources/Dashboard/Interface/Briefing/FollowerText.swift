import Model

/// A briefing as text that only grows: a block for each state, for a follower without a screen.
///
/// What was told is not told again: of a step only what it adds, of a chart that is being read only
/// the value, and of a slide that is come back to only its heading.
public struct FollowerText {
  /// The slide or answer that was told last, with its text.
  private var told: (subject: Stage.Subject, text: [String])?
  /// The last slide, which an answer or the dark leads back to.
  private var slide: (subject: Stage.Subject, text: [String])?
  /// The sentence in place of a slide that was told last; nil while one is shown.
  private var remark: String?
  private var reading: String?

  /// The beginning of a briefing.
  public init() {}

  /// The lines to add for what a talk shows now, without a free line before them; none where nothing
  /// is new.
  ///
  /// - Parameter talk: A follower's, with the presenter's text in it.
  public mutating func block(_ talk: Talk, _ stage: Stage) -> [String] {
    if let sentence = Self.sentence(talk) {
      defer { remark = sentence }
      return sentence == remark ? [] : [sentence]
    }
    let hadRemark = remark != nil
    remark = nil
    let subject = talk.subject(stage)
    let text = talk.text
    var lines: [String] = []
    let place = Self.place(talk, stage)
    if told?.subject != subject || hadRemark {
      let known = slide?.subject == subject ? slide?.text : nil
      lines = [place + " " + (text.first ?? "")]
      if known != text { lines += text.dropFirst() }
    } else if let before = told?.text, before != text {
      let isMore = text.count > before.count && text.starts(with: before)
      let isLess = text.count < before.count && before.starts(with: text)
      lines = [place] + (isMore ? Array(text.dropFirst(before.count)) : isLess ? [] : text)
    }
    told = (subject, text)
    if case .slide = subject { slide = told }
    let read = Self.readOut(talk, stage)
    if let read, read != reading { lines += lines.isEmpty ? [place, read] : [read] }
    reading = read
    return lines
  }

  /// What is said where no slide is shown; nil where one is.
  private static func sentence(_ talk: Talk) -> String? {
    if !talk.isConnected { return "The line to the briefing is down; trying again." }
    if !talk.hasBegun || talk.shown.isWaiting { return "Waiting for the presenter." }
    return talk.shown.isBlank ? "The presenter has blanked the screen." : nil
  }

  /// Where one is: `[3 / 12, step 2]`.
  private static func place(_ talk: Talk, _ stage: Stage) -> String {
    // Without the deck nothing is known of its slides but which one it is.
    let number =
      talk.showsText
      ? "\(talk.shown.slide + 1)" : talk.number(of: stage.clamped(talk.shown.slide), stage)
    if talk.shown.answer != nil { return "[answer, \(number)]" }
    return talk.shown.step > 0 ? "[\(number), step \(talk.shown.step + 1)]" : "[\(number)]"
  }

  /// What the presenter reads out of a chart; nil for nothing.
  private static func readOut(_ talk: Talk, _ stage: Stage) -> String? {
    guard let drill = talk.shown.drill, !talk.showsText else { return nil }
    let charts = stage.layout(talk.subject(stage), talk.viewSize).charts
    guard charts.indices.contains(drill.chart),
      let indicator = stage.library.catalogue.indicator(charts[drill.chart])
    else { return nil }
    return ChartContent(indicator, stage.library, cursor: drill.cursor).chart?.readOut
  }
}
