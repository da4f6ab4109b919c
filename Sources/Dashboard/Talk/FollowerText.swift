/// A briefing as text that only grows: a block for each state, for a follower without a screen.
///
/// Nothing is repeated: a step adds only what is new, reading a chart adds only the value, and
/// returning to a slide adds only its heading.
package struct FollowerText {
  /// The last slide or answer that was printed, with its text.
  private var told: (subject: Stage.Subject, text: [String])?
  /// The last slide, to which the talk returns after an answer or a blank screen.
  private var slide: (subject: Stage.Subject, text: [String])?
  /// The last sentence printed instead of a slide; nil while a slide is shown.
  private var remark: String?
  /// The last step that was printed.
  private var step = 0
  /// Whether the reason for the presenter's text was printed.
  private var isNoticed = false

  /// The beginning of a briefing.
  package init() {}

  /// The lines to add for the talk's current state, without an empty line before them; none if
  /// nothing is new.
  ///
  /// - Parameter talk: A follower's, with the presenter's text in it.
  package mutating func block(_ talk: Talk, _ stage: Stage) -> [String] {
    if let sentence = Self.sentence(talk) {
      defer { remark = sentence }
      return sentence == remark ? [] : [sentence]
    }
    let hadRemark = remark != nil
    remark = nil
    // The follower's own deck does not have the presenter's slides.
    let subject =
      talk.showsText && talk.shown.answer == nil
      ? .slide(talk.shown.slide) : talk.subject(stage)
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
      // The value that is read in a chart is last.
      let isOther = text.count == before.count && text.dropLast() == before.dropLast()
      let new =
        isMore ? Array(text.dropFirst(before.count)) : isLess ? [] : isOther ? text.suffix(1) : text
      // The end of reading a chart is not reported; going back a step is.
      if !new.isEmpty || talk.shown.step != step { lines = [place] + new }
    }
    if talk.showsText, !isNoticed, !lines.isEmpty {
      lines.insert(Self.notice(talk), at: 0)
      isNoticed = true
    } else if !talk.showsText {
      isNoticed = false
    }
    told = (subject, text)
    step = talk.shown.step
    if case .slide = subject { slide = told }
    return lines
  }

  /// Why a follower gets the presenter's text.
  static func notice(_ talk: Talk) -> String {
    let what = talk.obstacle == .otherDossier ? "dossier" : "deck"
    return "You do not have the presenter's \(what); this is the slide as text."
  }

  /// The sentence when no slide is shown; nil if one is.
  private static func sentence(_ talk: Talk) -> String? {
    if !talk.isConnected { return "The line to the briefing is down; trying again." }
    if !talk.hasBegun || talk.shown.isWaiting { return "Waiting for the presenter." }
    return talk.shown.isBlank ? "The presenter has blanked the screen." : nil
  }

  /// The place in the talk: `[3 / 12, step 2]`.
  private static func place(_ talk: Talk, _ stage: Stage) -> String {
    // Without the deck only the number of the slide is known.
    let number =
      talk.showsText
      ? "\(talk.shown.slide + 1)" : talk.number(of: stage.clamped(talk.shown.slide), stage)
    if talk.shown.answer != nil { return "[answer, \(number)]" }
    return talk.shown.step > 0 ? "[\(number), step \(talk.shown.step + 1)]" : "[\(number)]"
  }
}
