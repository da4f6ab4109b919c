import Interface
import Model

/// A dossier that changes while the dashboard shows it.
extension RunLoop {
  /// How long to wait until a change is to be looked at, in milliseconds; nil for none.
  var livePatience: Int? {
    background == nil ? [live?.timeout, live?.retryTimeout].compactMap(\.self).min() : nil
  }

  /// Shows a folder that changed and was read.
  ///
  /// It waits for what is gathered, since all of it at once takes more memory than there may be.
  mutating func showChange() {
    if background == nil, let change = live?.change() { show(change) }
  }

  /// Shows a folder that changed, at the place where the reader is.
  private mutating func show(_ change: LiveFolder.Change) {
    var notice: String
    switch change {
    case .read(let reading):
      show(reading)
      let count = reading.diagnostics.count
      notice = "Read anew after a change."
      if count > 0 { notice += " \(count == 1 ? "1 fault" : "\(count) faults"); ! lists them." }
    case .faulty(let reading, let fault):
      show(reading)
      notice = "Shown as it was before: "
      notice += fault.map { "\($0.shortPlace): \($0.message)" } ?? "nothing is left to show"
      notice += "; ! lists the faults."
    case .lost(let reason): notice = "What was read stays: \(CleanText.line(reason))"
    }
    _ = update(&state, .notice(notice), library)
  }

  mutating func show(_ reading: Reading) {
    let new = makeLibrary(reading)
    reload(&state, from: library, to: new)
    let remains = Remains(library)
    library = new
    startBackground(reading, after: remains)
  }
}
