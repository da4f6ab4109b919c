import Canvas
import Query
import Records

/// Adding a judgement of what became of a recommendation, and taking it back.
extension Updater {
  /// Asks for a judgement of the current recommendation, if there is a folder to write it to.
  mutating func startJudging() {
    guard let subject, subject.kind == .recommendation else {
      state.notice = keys.sentence(
        "A judgement is of a recommendation", .recommendations, "lists them")
      return
    }
    if let reason = library.preferences.writing.obstacle {
      state.notice = reason
    } else if library.dossier.followUp.assessors.isEmpty {
      state.notice =
        "No assessor yet: under 'assessors:' in index.md write "
        + "us: {name: Our team, kind: author}."
    } else if library.dossier.sources.isEmpty {
      state.notice = "No source yet: a judgement names one of data/sources.csv."
    } else {
      let today = library.preferences.today ?? library.latestDay
      state.overlay = .judgement(JudgementForm(subject.id, today: today))
    }
  }

  /// Handles a key while a judgement is put together.
  mutating func take(_ key: Key, judging form: JudgementForm) {
    var form = form
    let step = form.take(key, in: library.dossier)
    state.overlay = .judgement(form)
    switch step {
    case .open(let notice): state.notice = notice
    case .closed:
      state.overlay = nil
      state.notice = "Nothing was added."
    // The form stays until the row is written, so that a refusal loses no word.
    case .finished: effects.append(.judge(form.cells))
    }
  }

  /// Takes back the last judgement of this run.
  mutating func takeBackJudgement() {
    if let reason = library.preferences.writing.obstacle {
      state.notice = reason
    } else {
      effects.append(.takeBackJudgement)
    }
  }
}
