import Canvas
import Importing
import Records

/// Decisions on what an import found.
extension Updater {
  /// Makes a decision on the selected candidate.
  mutating func review(_ action: Action) {
    guard state.visit.route == .review, let review = library.desk?.review,
      let item = ReviewScreen.selected(state.visit, library)
    else {
      state.notice = keys.sentence("There is nothing to decide here", .review, "reviews an import")
      return
    }
    switch action {
    case .accept: decide(ReviewDecision(.accept, of: [item.id]), review)
    case .acceptAll: decide(ReviewDecision(.accept, of: alike(item, review)), review)
    case .reject: decide(ReviewDecision(.reject, of: [item.id]), review)
    case .rejectAll: decide(ReviewDecision(.reject, of: alike(item, review)), review)
    case .putOff: decide(ReviewDecision(.later, of: [item.id]), review)
    case .undo: decide(ReviewDecision(.undo), review)
    case .split: decide(ReviewDecision(.split, of: [item.id], value: "2"), review)
    case .merge:
      let before = review.before(item.id)
      decide(ReviewDecision(.merge, of: [item.id], value: before), review)
    case .changeTitle: change(item, .title)
    case .changeAddressee: change(item, item.isReport ? .authors : .addressee)
    case .changeThemes: change(item, item.isReport ? .date : .themes)
    case .changeLabel: change(item, item.isReport ? .publisher : .label)
    case .changeKind: change(item, .kind)
    default: break
    }
  }

  private func alike(_ item: Review.Item, _ review: Review) -> [String] {
    let ids = review.alike(item.id).map(\.id)
    return ids.isEmpty ? [item.id] : ids
  }

  private mutating func change(_ item: Review.Item, _ field: ReviewDecision.Field) {
    state.overlay = .value(item.id, field, LineEditor(item.value(field)))
  }

  /// Handles a key while the value of a field is typed.
  mutating func take(
    _ key: Key, changing id: String, _ field: ReviewDecision.Field, _ line: LineEditor
  ) {
    var line = line
    switch key {
    case .escape, .control("c"): state.overlay = nil
    case .enter:
      state.overlay = nil
      guard let review = library.desk?.review else { return }
      decide(ReviewDecision(.edit, of: [id], field: field, value: line.text), review)
    default:
      _ = line.take(key)
      state.overlay = .value(id, field, line)
    }
  }

  private mutating func decide(_ decision: ReviewDecision, _ review: Review) {
    var after = review
    if let reason = after.take(decision) {
      state.notice = "Not done: \(reason)."
      return
    }
    effects.append(.decide(decision))
    let items = ReviewScreen.order(after)
    let ids = items.map(\.id)
    let here = ReviewScreen.selected(state.visit, library)?.id ?? ""
    var next = ids.firstIndex(of: here)
    switch decision.action {
    case .undo:
      next = items.firstIndex { review[$0.id] != $0 } ?? next
      state.notice = "Taken back."
    case .edit: state.notice = "Changed: \(decision.field?.rawValue ?? "")."
    case .split: state.notice = "Split; the rest follows it."
    default:
      let open = Set(after.queue.map(\.id)).subtracting(decision.candidates)
      let start = (next ?? -1) + 1
      next =
        ids.indices.first { $0 >= start && open.contains(ids[$0]) }
        ?? ids.indices.first { open.contains(ids[$0]) } ?? next
      // The list shows a single one; the hints are needed more.
      let count = decision.candidates.count
      if count > 1 { state.notice = "\(count) candidates: \(decision.action.rawValue)." }
    }
    state.visit[panel: 0].selection = next ?? 0
    // What is shown of another candidate begins at its start.
    if next != ids.firstIndex(of: here) {
      for panel in [1, 2] { state.visit[panel: panel] = PanelState() }
    }
  }
}
