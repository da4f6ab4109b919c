import Reading
package import Records
import Text

/// What an import found, with the author's decisions on it.
///
/// The state follows from the candidates, the imported index and the log alone.
package struct Review: Sendable {
  /// What was decided on a candidate.
  package enum State: String, CaseIterable, Sendable {
    case open, accepted, rejected, later
    /// It is a part of another one.
    case merged
  }

  /// A candidate with what was decided on it; or the report's own title page.
  package struct Item: Hashable, Sendable {
    /// The id of the title page, which is decided on like a candidate.
    package static let report = "report"

    /// Its id.
    package var id: String { candidate.id }
    /// What the import found; changed fields are changed here.
    package internal(set) var candidate: ReviewCandidate
    /// What was decided.
    package internal(set) var state = State.open
    /// The names of its themes.
    package internal(set) var themes: [String] = []
    /// What it is.
    package internal(set) var kind: Recommendation.Standing
    /// The report's authors, date and publisher, for its title page.
    package internal(set) var authors: [String] = []
    package internal(set) var date = ""
    package internal(set) var publisher = ""
    /// The names of all who were ever asked by it.
    var names: [String] = []
    /// What the author and a newer version both changed; nil for a candidate.
    package internal(set) var conflict: FolderMerge.Conflict?

    /// Whether it is the title page.
    package var isReport: Bool { id == Self.report }
    /// Whether it may become a recommendation.
    package var isCandidate: Bool { !isReport && conflict == nil }
    /// Whether it becomes a recommendation.
    package var isMade: Bool {
      isCandidate && !candidate.record.isEmpty && state != .rejected && state != .merged
        && (state == .accepted || candidate.isImported)
    }
    /// What a field holds, as it is edited.
    package func value(_ field: ReviewDecision.Field) -> String {
      switch field {
      case .title: candidate.title
      case .label: candidate.label
      case .addressee: candidate.addressee
      case .themes: themes.joined(separator: "; ")
      case .kind: kind.rawValue
      case .text: candidate.text
      case .authors: authors.joined(separator: "; ")
      case .date: date
      case .publisher: publisher
      }
    }
  }

  /// The title page and the candidates, in the order of the report; parts of one that was split
  /// follow it.
  package private(set) var items: [Item] = []
  /// The imported index.
  let index: FileParts
  /// All decisions.
  package private(set) var log: [ReviewDecision] = []
  private let candidates: [ReviewCandidate]
  private let conflicts: [FolderMerge.Conflict]
  /// The last number of a recommendation in each chapter.
  private var numbers: [String: Int] = [:]

  /// A review.
  ///
  /// - Parameter index: The imported `index.md`.
  package init(
    _ candidates: [ReviewCandidate], index: String, conflicts: [FolderMerge.Conflict] = [],
    log: [ReviewDecision] = []
  ) {
    self.candidates = candidates
    self.conflicts = conflicts
    self.index = FileParts(index)
    self.log = log
    replay()
  }

  /// Adds a decision.
  ///
  /// - Returns: Why it cannot be made, as a sentence without its full stop; nil if it was made.
  package mutating func take(_ decision: ReviewDecision) -> String? {
    if let reason = refusal(decision) { return reason }
    log.append(decision)
    if decision.action == .undo { replay() } else { apply(decision) }
    return nil
  }

  /// The candidate with an id; nil if there is none.
  package subscript(_ id: String) -> Item? { items.first { $0.id == id } }

  // MARK: Order

  /// What is still to be decided: first the title page, then the surest, and last what was put off.
  package var queue: [Item] {
    let open = items.filter { $0.state == .open }
    let tiers = Candidate.Tier.allCases.flatMap { tier in
      open.filter { $0.isCandidate && $0.candidate.tier == tier }
    }
    return open.filter { !$0.isCandidate } + tiers + items.filter { $0.state == .later }
  }

  /// How many are decided, of how many.
  package var progress: (done: Int, all: Int) {
    (items.count { $0.state != .open && $0.state != .later }, items.count)
  }

  /// The open candidates that a decision on all of a label concerns: those of the same rule and the
  /// same word before their numbers.
  package func alike(_ id: String) -> [Item] {
    guard let one = self[id], one.isCandidate else { return [] }
    func word(_ item: Item) -> String {
      Phrases.bare(String(item.candidate.label.prefix { !$0.isNumber }))
    }
    return items.filter { item in
      item.id == id
        || (item.state == .open || item.state == .later) && item.isCandidate
          && item.candidate.tier == one.candidate.tier && item.candidate.rule == one.candidate.rule
          && word(item) == word(one)
    }
  }

  /// The id of the candidate before another one in the report that is not left out; empty if there
  /// is none.
  package func before(_ id: String) -> String {
    guard let index = items.firstIndex(where: { $0.id == id }) else { return "" }
    return items[..<index].last { $0.isCandidate && $0.state != .merged && $0.state != .rejected }?
      .id ?? ""
  }

  /// The conflicts by their ids.
  package var conflictsByID: [(id: String, conflict: FolderMerge.Conflict)] {
    items.compactMap { item in item.conflict.map { (item.id, $0) } }
  }

  // MARK: Decisions

  private func refusal(_ decision: ReviewDecision) -> String? {
    if decision.action == .undo {
      return ReviewDecision.standing(log).isEmpty ? "there is nothing to take back" : nil
    }
    guard !decision.candidates.isEmpty else { return "nothing is named" }
    for id in decision.candidates where self[id] == nil { return "there is no candidate \(id)" }
    let id = decision.candidates[0]
    let isReport = decision.candidates.contains(Item.report)
    let areCandidates = decision.candidates.allSatisfy { self[$0]?.isCandidate ?? false }
    switch decision.action {
    case .reject where isReport: return "a report has a title page; correct it"
    case .merge:
      guard let other = self[decision.value], other.isCandidate, other.id != id, areCandidates
      else {
        return "name another candidate"
      }
      return other.state == .merged ? "\(other.id) is part of another one" : nil
    case .split:
      guard let item = self[id], areCandidates else { return "it has no parts" }
      let parts = Self.parts(item.candidate.text).count
      guard let part = Int(decision.value), part > 1, part <= parts else {
        return parts > 1 ? "name a part from 2 to \(parts)" : "it is a single sentence"
      }
    case .edit:
      guard let field = decision.field else { return "no field is named" }
      guard isReport || areCandidates else {
        return "accept the newer words, reject them, or mend the file"
      }
      let fields: [ReviewDecision.Field] =
        isReport
        ? [.title, .authors, .date, .publisher]
        : [.title, .label, .addressee, .themes, .kind, .text]
      guard fields.contains(field) else { return "it has no \(field.rawValue)" }
      if field == .kind, Recommendation.Standing(rawValue: decision.value) == nil {
        return "kinds are "
          + Recommendation.Standing.allCases.map(\.rawValue).joined(separator: ", ")
      }
      if [.title, .text].contains(field), decision.value.trimmed.isEmpty {
        return "the \(field.rawValue) cannot be empty"
      }
      if field == .date, !decision.value.trimmed.isEmpty, Period(decision.value.trimmed) == nil {
        return "write the date as 2016, 2016-06 or 2016-06-18"
      }
      if field == .text, decision.value.utf8.count > ReviewCandidate.textLimit {
        return "the text is too long"
      }
    default: break
    }
    return nil
  }

  private mutating func replay() {
    numbers = [:]
    for one in candidates {
      guard let number = Self.number(one.record) else { continue }
      numbers[one.chapter] = max(numbers[one.chapter] ?? 0, number)
    }
    let page = ReviewCandidate(
      id: Item.report, tier: .sure, title: index.value("title"), chapter: "report", text: "")
    var first = Item(candidate: page, kind: .recommendation)
    first.authors = index.list("authors")
    first.date = index.value("date")
    first.publisher = index.value("publisher")
    if index["confirmed"] == nil { first.state = .accepted }
    items = [first]
    for (number, conflict) in conflicts.enumerated() {
      var item = Item(
        candidate: ReviewCandidate(
          id: "x\(number + 1)", tier: .sure, title: conflict.title, chapter: "report",
          text: conflict.theirs),
        kind: .recommendation)
      item.conflict = conflict
      items.append(item)
    }
    for one in candidates where one.id != Item.report {
      var item = Item(candidate: one, kind: one.tier == .mentioned ? .proposal : .recommendation)
      item.names = [one.addressee]
      items.append(item)
    }
    for decision in ReviewDecision.standing(log) { apply(decision) }
    items.removeAll { $0.candidate.isGone && ($0.state == .rejected || $0.state == .merged) }
  }

  /// The number at the end of a recommendation's id.
  static func number(_ record: String) -> Int? {
    record.split(separator: "-").last.flatMap { Int($0) }
  }

  private mutating func apply(_ decision: ReviewDecision) {
    for id in decision.candidates {
      guard let index = items.firstIndex(where: { $0.id == id }) else { continue }
      switch decision.action {
      case .accept:
        items[index].state = .accepted
        name(index)
      case .reject: items[index].state = .rejected
      case .later: items[index].state = .later
      case .edit:
        if let field = decision.field { set(field, decision.value, index) }
      case .merge: merge(index, into: decision.value)
      case .split: split(index, at: Int(decision.value) ?? 0)
      case .undo: break
      }
    }
  }

  /// Gives a recommendation its id: the next number of its chapter.
  private mutating func name(_ index: Int) {
    let one = items[index].candidate
    guard one.record.isEmpty, items[index].isCandidate else { return }
    numbers[one.chapter, default: 0] += 1
    items[index].candidate.record = "\(one.chapter)-\(numbers[one.chapter] ?? 1)"
  }

  private mutating func set(_ field: ReviewDecision.Field, _ value: String, _ index: Int) {
    let list = value.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    switch field {
    case .title: items[index].candidate.title = CleanText.line(value).trimmed
    case .label: items[index].candidate.label = CleanText.line(value).trimmed
    case .addressee:
      items[index].candidate.addressee = CleanText.line(value).trimmed
      items[index].names.append(items[index].candidate.addressee)
    case .themes: items[index].themes = list
    case .kind:
      items[index].kind = Recommendation.Standing(rawValue: value) ?? items[index].kind
    case .text: items[index].candidate.text = value
    case .authors: items[index].authors = list
    case .date: items[index].date = value.trimmed
    case .publisher: items[index].publisher = value.trimmed
    }
  }

  private mutating func merge(_ index: Int, into id: String) {
    guard let target = items.firstIndex(where: { $0.id == id }), target != index else { return }
    let text = items[target].candidate.text + "\n\n" + items[index].candidate.text
    guard text.utf8.count <= ReviewCandidate.textLimit else { return }
    items[target].candidate.text = text
    items[index].state = .merged
  }

  private mutating func split(_ index: Int, at part: Int) {
    let parts = Self.parts(items[index].candidate.text)
    guard part > 1, part <= parts.count else { return }
    var other = items[index]
    let gap = FileParts(other.candidate.text).units.count > 1 ? "\n\n" : " "
    items[index].candidate.text = parts[..<(part - 1)].joined(separator: gap)
    other.candidate.text = parts[(part - 1)...].joined(separator: gap)
    other.candidate.title = Sentences.title(MarkdownText.plain(other.candidate.text))
    // A letter after the id: the ids of candidates end in digits.
    let taken = Set(items.map(\.id))
    let stem = other.id
    for number in 2... where !taken.contains("\(stem)-\(number)") {
      other.candidate.id = "\(stem)-\(number)"
      break
    }
    other.candidate.record = ""
    other.candidate.isImported = false
    other.candidate.again = ""
    other.state = .open
    items.insert(other, at: index + 1)
  }

  /// The parts that a text can be split into: its paragraphs, or the sentences of a single one.
  package static func parts(_ text: String) -> [String] {
    let units = FileParts(text).units.map(\.text)
    guard units.count <= 1 else { return units }
    var parts: [String] = []
    var rest = units.first ?? ""
    while !rest.isEmpty {
      let first = Sentences.first(of: rest)
      // A sentence that leaves marks out is no piece of the text.
      guard rest.hasPrefix(first), !first.isEmpty else { return parts + [rest] }
      parts.append(first)
      rest = String(rest.dropFirst(first.count)).trimmed
    }
    return parts
  }
}
