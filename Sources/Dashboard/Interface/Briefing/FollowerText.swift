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
  /// The step that was told last.
  private var step = 0
  /// Whether it was said why this is the presenter's text.
  private var isNoticed = false

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
    // One's own deck knows nothing of the presenter's slides.
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
      // The value that is read in a chart stands last.
      let isOther = text.count == before.count && text.dropLast() == before.dropLast()
      let new =
        isMore ? Array(text.dropFirst(before.count)) : isLess ? [] : isOther ? text.suffix(1) : text
      // That a chart is no longer read is nothing to tell; that a step is taken back is.
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
}
