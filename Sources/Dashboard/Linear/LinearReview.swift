package import Canvas
package import Importing
import Records
import Text

/// The review of an import as a conversation: a candidate with its place in the original, then a
/// letter or a word for each decision.
package struct LinearReview {
  /// What a line leads to.
  package struct Answer {
    /// What is printed.
    package var lines: [String] = []
    /// A decision to be kept; nil if the line asks for something else.
    package var decision: ReviewDecision?
    /// Whether the reader leaves.
    package var isOver = false
  }

  /// The review and the original.
  package private(set) var desk: ReviewDesk
  /// The width of the lines.
  package var width: Int
  private let charset: Charset
  /// The id of the candidate that is shown; nil when all are decided.
  private var current: String?
  /// What is said above the next candidate.
  private var said: [String] = []

  /// A conversation on a review.
  package init(_ desk: ReviewDesk, width: Int, charset: Charset) {
    self.desk = desk
    self.width = width
    self.charset = charset
    current = desk.review.queue.first?.id
  }

  /// What is asked before each line is typed.
  package static let prompt = "Decision, or help: "

  // MARK: Pages

  /// The candidate that is shown, with its place and how far the review is.
  ///
  /// - Parameter pace: The seconds that a decision takes.
  package mutating func page(pace: Double) -> [String] {
    defer { said = [] }
    let head = said.flatMap(wrapped) + [""]
    guard let item = current.flatMap({ desk.review[$0] }) else {
      return head + wrapped("\(desk.progress(pace: pace)). 'list' shows them; 'quit' leaves.")
    }
    var lines = head + wrapped("\(desk.progress(pace: pace)). \(Self.title(item))")
    for (name, value) in Self.fields(item) where !value.isEmpty {
      lines += wrapped("\(name): \(value)")
    }
    lines.append("")
    for paragraph in ReviewDesk.paragraphs(item) { lines += wrapped(paragraph) + [""] }
    let passage = desk.passage(of: item, margin: 2)
    if !passage.isEmpty {
      let isMarked = passage.contains { $0.isOwn }
      lines += wrapped("In the original" + (isMarked ? ", with > before its own paragraphs:" : ":"))
      for part in passage { lines += wrapped((part.isOwn ? "> " : "") + part.text) }
    } else if item.conflict == nil {
      lines += wrapped("The original's text is not beside the folder.")
    }
    return lines
  }

  private func wrapped(_ text: String) -> [String] {
    TextLayout.wrap(charset.text(for: CleanText.line(text)), to: max(20, width))
  }

  /// What an item is, in a few words.
  private static func title(_ item: Review.Item) -> String {
    if item.isReport { return "The report itself: is this right?" }
    if item.conflict != nil {
      return "\(item.id): you and the newer version both changed \(item.candidate.title)."
    }
    let gone = item.candidate.isGone ? "; the newer version no longer has it" : ""
    let put = item.state == .open ? "" : "; \(item.state.rawValue)"
    return "\(item.id), \(item.candidate.tier.rawValue), \(item.candidate.rule)\(put)\(gone)."
  }

  /// The fields of an item with their names.
  private static func fields(_ item: Review.Item) -> [(String, String)] {
    if item.isReport {
      return [
        ("Title", item.candidate.title), ("Authors", item.value(.authors)), ("Date", item.date),
        ("Publisher", item.publisher),
      ]
    }
    if let conflict = item.conflict {
      return [
        ("Yours", conflict.mine.isEmpty ? "removed" : conflict.mine),
        ("Newer", conflict.theirs.isEmpty ? "removed" : ""),
      ]
    }
    let one = item.candidate
    return [
      ("Label", one.label), ("Title", one.title),
      ("Asked", one.addressee.isEmpty ? "nobody was found" : one.addressee),
      ("Themes", item.value(.themes)),
      ("Kind", item.kind == .recommendation ? "" : item.kind.rawValue),
      ("Place", one.place?.title ?? ""),
    ]
  }

  private func list() -> [String] {
    desk.review.items.flatMap { item in
      wrapped(
        "\(item.id)  \(item.state.rawValue)  "
          + (item.candidate.label.isEmpty ? "" : "\(item.candidate.label): ")
          + item.candidate.title)
    }
  }

  // MARK: Lines

  /// The words, with what each does.
  private static let help = [
    "y, accept: it is right. Y, all: accept all open ones of this rule and label.",
    "n, reject: it is none. N, none: reject all of this rule and label.",
    "l, later: put it off. u, undo: take the last decision back.",
    "w, who NAME: who is asked. t, theme NAMES: its themes, with ; between them.",
    "title, label, text, kind, authors, date, publisher: a field and its new value.",
    "m, merge [ID]: it goes on with the one before, or with ID. s, split N: N starts a new one.",
    "next: another without a decision. before: the one before. An id shows that one. list: all of them.",
    "q, quit: leave; every decision is kept.",
  ]

  /// Answers a line.
  package mutating func take(_ line: String) -> Answer {
    let line = CleanText.line(line).trimmed
    let word = String(line.prefix { $0 != " " })
    let rest = String(line.dropFirst(word.count)).trimmed
    guard !word.isEmpty else { return Answer() }
    switch ["Y", "N"].contains(word) ? word : word.lowercased() {
    case "q", "quit": return Answer(isOver: true)
    case "h", "help", "?": return Answer(lines: Self.help.flatMap(wrapped))
    case "list": return Answer(lines: list())
    case "next": return move(by: 1)
    case "before": return move(by: -1)
    case "u", "undo": return decide(ReviewDecision(.undo))
    case let id where desk.review[id] != nil:
      current = id
      return Answer()
    default: break
    }
    guard let id = current else { return say("Everything is decided; 'undo' takes the last back.") }
    let alike = desk.review.alike(id).map(\.id)
    switch ["Y", "N"].contains(word) ? word : word.lowercased() {
    case "y", "accept": return decide(ReviewDecision(.accept, of: [id]))
    case "Y", "all": return decide(ReviewDecision(.accept, of: alike))
    case "n", "reject": return decide(ReviewDecision(.reject, of: [id]))
    case "N", "none": return decide(ReviewDecision(.reject, of: alike))
    case "l", "later": return decide(ReviewDecision(.later, of: [id]))
    case "w", "who": return decide(ReviewDecision(.edit, of: [id], field: .addressee, value: rest))
    case "t", "theme": return decide(ReviewDecision(.edit, of: [id], field: .themes, value: rest))
    case "m", "merge":
      return decide(
        ReviewDecision(.merge, of: [id], value: rest.isEmpty ? desk.review.before(id) : rest))
    case "s", "split":
      return decide(ReviewDecision(.split, of: [id], value: rest.isEmpty ? "2" : rest))
    case let name:
      if let field = ReviewDecision.Field(rawValue: name) {
        return decide(ReviewDecision(.edit, of: [id], field: field, value: rest))
      }
      return say("'\(word)' is not known; 'help' lists the words.")
    }
  }

  private mutating func say(_ text: String) -> Answer { Answer(lines: wrapped(text)) }

  private mutating func move(by step: Int) -> Answer {
    let queue = desk.review.queue.map(\.id)
    guard !queue.isEmpty else { return Answer() }
    let index = current.flatMap { queue.firstIndex(of: $0) } ?? 0
    current = queue[(index + step + queue.count) % queue.count]
    return Answer()
  }

  private mutating func decide(_ decision: ReviewDecision) -> Answer {
    var review = desk.review
    if let reason = review.take(decision) { return say("Not done: \(reason).") }
    return Answer(decision: decision)
  }

  /// Goes on after a decision was kept.
  package mutating func go(on review: Review, after decision: ReviewDecision) {
    let old = desk.review
    desk.review = review
    switch decision.action {
    case .undo:
      // Back to what the decision was about.
      current = review.items.first { old[$0.id] != $0 }?.id ?? current
      said = ["Taken back."]
    case .edit, .split: said = [decision.action == .edit ? "Changed." : "Split."]
    default:
      said = [
        decision.candidates.count > 1
          ? "\(decision.candidates.count) decided: \(decision.action.rawValue)."
          : "\(decision.candidates[0]): \(review[decision.candidates[0]]?.state.rawValue ?? "")."
      ]
      current =
        review.queue.first { !decision.candidates.contains($0.id) }?.id
        ?? review.queue.first?.id
    }
  }
}
