import Browsing
import Reading
import Text

/// A dossier that changes while the dashboard shows it.
extension RunLoop {
  /// How long to wait until a change is to be looked at, in milliseconds; nil for none.
  var livePatience: Int? { [live?.timeout, live?.retryTimeout].compactMap(\.self).min() }

  /// Reads a folder that has changed and shows it, at the place where the reader is.
  mutating func showChange() {
    guard let change = live?.change() else { return }
    var notice: String
    switch change {
    case .read(let reading):
      show(reading)
      let count = reading.diagnostics.count
      notice = "Read anew after a change."
      if count > 0 {
        let faults = count == 1 ? "1 fault" : "\(count) faults"
        notice += " " + library.keys.sentence(faults, .faults, "lists them")
      }
    case .faulty(let reading, let fault):
      show(reading)
      notice = "Shown as it was before: "
      notice += fault.map { "\($0.shortPlace): \($0.message)" } ?? "nothing is left to show"
      notice = library.keys.sentence(notice, .faults, "lists the faults")
    case .lost(let reason): notice = "What was read stays: \(CleanText.line(reason))"
    }
    _ = update(&state, .notice(notice), library)
  }

  private mutating func show(_ reading: Reading) {
    let new = makeLibrary(reading)
    reload(&state, from: library, to: new)
    library = new
    gatherings = Library.gatherings[...]
  }
}
