import Canvas
import Query
import Records

/// Taking something along: the command for a place, a file of what is shown, an address, the
/// record's own file.
extension Updater {
  /// Copies the command that starts the program at the current record.
  mutating func copyCommand() {
    let place = subject?.description ?? state.visit.route.name ?? "overview"
    let command = (library.preferences.program + ["--at", place]).map(Self.quoted)
      .joined(separator: " ")
    effects.append(.copy(command))
    state.notice = "Copied: \(command)"
  }

  /// A word as a shell reads it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_./:=".utf8.contains(byte)
    }
    return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }

  /// Asks for the name of a file for what is shown.
  mutating func startExport() {
    let export: Export
    switch state.visit.route {
    case .indicator(let id) where screen.content.chart?.chart != nil:
      export = .chart(id, state.visit.chart)
    case .recommendations, .matrix: export = .memo(state.visit.query, by: state.asOf)
    default:
      guard let subject else {
        state.notice = keys.sentence(
          "There is no record here to save", .recommendations, "lists what a memo can hold")
        return
      }
      export = .record(subject)
    }
    state.overlay = .export(export, LineEditor(export.name))
  }

  /// Handles a key while the name of a file is typed.
  mutating func take(_ key: Key, naming export: Export, _ line: LineEditor) {
    var line = line
    switch key {
    case .escape, .control("c"): state.overlay = nil
    case .enter:
      state.overlay = nil
      if !line.isEmpty { effects.append(.export(export, name: line.text)) }
    default:
      _ = line.take(key)
      state.overlay = .export(export, line)
    }
  }

  mutating func editFile() {
    guard let subject else {
      state.notice = "Select a record first."
      return
    }
    effects.append(.edit(subject))
  }
}
