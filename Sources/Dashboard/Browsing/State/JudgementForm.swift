package import Canvas
import Reading
package import Records

/// A judgement that a reader puts together, one answer after the other.
///
/// Nothing is written before all of it was shown.
package struct JudgementForm: Hashable, Sendable {
  /// What is asked for.
  package enum Field: String, CaseIterable, Sendable {
    case status, extent, date, since, assessor, evidence, sources, note

    /// The question's name.
    package var title: String {
      switch self {
      case .status: "Status"
      case .extent: "Extent"
      case .date: "As of"
      case .since: "Since"
      case .assessor: "Judged by"
      case .evidence: "Evidence"
      case .sources: "Sources"
      case .note: "Note"
      }
    }

    /// What to answer, where there is nothing to choose from.
    package var help: String {
      switch self {
      case .date: "The day, month or year that this describes: 2016, 2016-06 or 2016-06-18."
      case .since: "When that state was reached; may stay empty."
      case .evidence: "What shows it, in a sentence."
      case .note: "What readers must know about it; may stay empty."
      case .sources: "No source has these letters. A new one goes into data/sources.csv first."
      case .status, .extent, .assessor: "No match."
      }
    }

    /// Whether the answer may be empty.
    var isOptional: Bool { self == .extent || self == .note || self == .since }
  }

  /// One of the answers to choose from.
  package struct Choice: Hashable, Sendable {
    /// The cell of the table.
    package let value: String
    /// What readers see.
    package let title: String
  }

  /// The id of the recommendation.
  package let recommendation: String
  /// The cells of the table that were answered.
  private var answers: [Field: String] = [:]
  /// What is asked for now; nil if all of it is shown.
  package private(set) var field: Field? = .status
  /// What is typed or chosen.
  package private(set) var choice = NameChoice()
  private let today: String

  /// The result of a key.
  package enum Step: Equatable {
    /// The form goes on, perhaps with something to say.
    case open(String?)
    /// It is closed without a judgement.
    case closed
    /// All of it was shown and is to be written.
    case finished
  }

  /// A form without answers.
  package init(_ recommendation: String, today: Period.Point) {
    self.recommendation = recommendation
    self.today = Period(kind: .day, first: today).description
  }

  /// The answer to a question; empty if there is none yet.
  package func answer(_ field: Field) -> String { answers[field] ?? "" }

  /// The questions of this judgement: a state that nobody can tell has no evidence.
  package var fields: [Field] {
    let status = AssessmentStatus(rawValue: answer(.status))
    return Field.allCases.filter { field in
      switch field {
      case .extent: status == .inProgress || status == .partlyImplemented
      case .since, .evidence, .sources: status != .notAssessed
      case .status, .date, .assessor, .note: true
      }
    }
  }

  /// The row of the table, by column.
  package var cells: [String: String] {
    var cells = ["recommendation": recommendation]
    for field in fields where !answer(field).isEmpty { cells[field.rawValue] = answer(field) }
    return cells
  }

  /// What Enter does, in a few words.
  package var enterHint: String {
    guard field != nil else { return "add it to the folder" }
    let isEnough = field == .sources && !answer(.sources).isEmpty && choice.line.isEmpty
    return isEnough && choice.selection == 0 ? "no more sources" : "next"
  }

  /// Whether the answer is chosen from a list.
  package var isChoosing: Bool {
    switch field {
    case .status, .extent, .assessor, .sources: true
    case .date, .since, .evidence, .note, nil: false
    }
  }

  /// What can be chosen, as far as it has the typed letters.
  package func choices(in dossier: Dossier) -> [Choice] {
    let all: [Choice] =
      switch field {
      case .status:
        AssessmentStatus.furthestFirst.map { Choice(value: $0.rawValue, title: $0.title) }
      case .extent:
        [Choice(value: "", title: "not said")]
          + AssessmentExtent.allCases.map { Choice(value: $0.rawValue, title: $0.rawValue) }
      case .assessor: dossier.followUp.assessors.map { Choice(value: $0.id, title: $0.name) }
      case .sources:
        dossier.sources.map { source in
          let about = [source.producer, source.title].filter { !$0.isEmpty }
          return Choice(value: source.id, title: ([source.id] + about).joined(separator: " · "))
        }
      case .date, .since, .evidence, .note, nil: []
      }
    let letters = choice.line.text.lowercased()
    guard !letters.isEmpty else { return all }
    return all.filter { "\($0.value) \($0.title)".lowercased().contains(letters) }
  }

  /// Inserts text at the cursor.
  package mutating func insert(_ text: String) {
    if field != nil { choice.insert(text) }
  }

  /// Takes a key: types, chooses, goes on or back.
  package mutating func take(_ key: Key, in dossier: Dossier) -> Step {
    let choices = choices(in: dossier)
    switch key {
    case .escape, .backTab: return goBack()
    case .backspace where choice.line.isEmpty: return goBack()
    case .enter where field == nil: return .finished
    case .enter: return accept(choices, in: dossier)
    default:
      if field != nil { _ = choice.take(key, among: choices.count) }
      return .open(nil)
    }
  }

  private mutating func goBack() -> Step {
    // A source that was added goes first.
    if field == .sources, !answer(.sources).isEmpty {
      var added = answer(.sources).split(separator: ";")
      added.removeLast()
      answers[.sources] = added.joined(separator: ";")
      choice = NameChoice()
      return .open(nil)
    }
    let fields = fields
    let place = field.flatMap(fields.firstIndex) ?? fields.count
    guard place > 0 else { return .closed }
    ask(fields[place - 1])
    return .open(nil)
  }

  private mutating func ask(_ next: Field?) {
    field = next
    // What was written is shown to be changed; what was chosen is chosen again.
    switch next {
    case .date: choice = NameChoice(answer(.date).isEmpty ? today : answer(.date))
    case .evidence?, .note?, .since?: choice = NameChoice(next.map(answer) ?? "")
    case .status, .extent, .assessor, .sources, nil: choice = NameChoice()
    }
  }

  private mutating func accept(_ choices: [Choice], in dossier: Dossier) -> Step {
    guard let field else { return .open(nil) }
    var typed = choice.line.text
    while typed.last == " " { typed.removeLast() }
    switch field {
    case .status, .extent, .assessor:
      guard choices.indices.contains(choice.selection) else { return .open(nil) }
      answers[field] = choices[choice.selection].value
    case .sources: return acceptSource(typed, choices, in: dossier)
    case .date, .since:
      if let period = PeriodReader().period(typed) {
        answers[field] = period.description
      } else if typed.isEmpty, field.isOptional {
        answers[field] = nil
      } else {
        return .open("'\(typed)' is not a date; write 2016, 2016-06 or 2016-06-18.")
      }
    case .evidence, .note:
      guard !typed.isEmpty || field.isOptional else { return .open("The evidence is missing.") }
      answers[field] = typed
    }
    goOn()
    return .open(nil)
  }

  /// Adds the chosen source, or a known one with a place: `gao-19-534 p. 14`; goes on if nothing
  /// is typed after one was added.
  private mutating func acceptSource(
    _ typed: String, _ choices: [Choice], in dossier: Dossier
  ) -> Step {
    let added = answer(.sources)
    if typed.isEmpty, !added.isEmpty, choice.selection == 0 {
      goOn()
      return .open(nil)
    }
    let id = typed.prefix { $0 != " " }
    let source: String
    if dossier.sources.contains(where: { $0.id == id }), !typed.contains(";") {
      source = typed
    } else if choices.indices.contains(choice.selection) {
      source = choices[choice.selection].value
    } else {
      return .open(nil)
    }
    answers[.sources] = added.isEmpty ? source : "\(added);\(source)"
    choice = NameChoice()
    return .open(nil)
  }

  private mutating func goOn() {
    let fields = fields
    guard let place = field.flatMap(fields.firstIndex) else { return }
    ask(place + 1 < fields.count ? fields[place + 1] : nil)
  }
}
