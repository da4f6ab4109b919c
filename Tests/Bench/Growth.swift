import Glibc
import TestSupport

/// Makes a dossier many times the built-in one, to see how time and memory grow.
///
/// Recommendations stand as often as asked, up to `recommendationLimit`: a dossier's prose is
/// bounded. Indicators stand as often as the root of what is asked, and their dated series run on
/// by months until all values are as many times as many. The result has no fault.
struct Growth {
  /// The folder of the built-in dossier.
  let origin: String
  /// How many times it is to be.
  let times: Int

  /// The most recommendations.
  static let recommendationLimit = 10_000

  /// How often each indicator stands.
  private var width: Int {
    var width = 1
    while width * width < times { width += 1 }
    return width
  }

  /// How many values stand for each dated one.
  private var length: Int { max(1, (times + width - 1) / width) }

  /// Writes the dossier into a folder that is not there yet; false where that fails.
  func write(to folder: String) -> Bool {
    guard mkdir(folder, 0o777) == 0 else { return false }
    for name in ["chapters", "data", "decks", "recommendations"] {
      guard mkdir("\(folder)/\(name)", 0o777) == 0 else { return false }
    }
    let paths = Files.below(origin)
    let recommendations = paths.filter { $0.contains("/recommendations/") }
    let copies = min(times, Self.recommendationLimit / max(1, recommendations.count))
    for path in paths {
      guard let text = Files.read(path) else { return false }
      let name = path.dropFirst(origin.utf8.count)
      var isWritten = true
      if name == "/data/indicators.csv" {
        isWritten = Files.write(indicators(text), to: folder + name)
      } else if name == "/data/observations.csv" {
        isWritten = Files.write(observations(text), to: folder + name)
      } else if name == "/data/assessments.csv" {
        isWritten = Files.write(assessments(text, copies: copies), to: folder + name)
      } else if name.hasPrefix("/recommendations/") {
        for copy in 0..<copies {
          let file = folder + name.dropLast(3) + Self.suffix(copy) + ".md"
          isWritten = Files.write(recommendation(text, copy), to: file) && isWritten
        }
      } else {
        isWritten = Files.write(text, to: folder + name)
      }
      guard isWritten else { return false }
    }
    return true
  }

  private static func suffix(_ copy: Int) -> String { copy == 0 ? "" : "-\(copy)" }

  private func recommendation(_ text: String, _ copy: Int) -> String {
    guard copy > 0 else { return text }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for index in lines.indices.prefix(6) {
      if lines[index].hasPrefix("id: ") { lines[index] += Self.suffix(copy) }
      if lines[index].hasPrefix("number: "), let number = Int(lines[index].dropFirst(8)) {
        lines[index] = "number: \(number + copy * 10)"
      }
    }
    return lines.joined(separator: "\n")
  }

  private func indicators(_ text: String) -> String {
    var result = ""
    for (number, row) in Self.rows(text).enumerated() {
      for copy in 0..<(number == 0 ? 1 : width) {
        guard let comma = row.firstIndex(of: ",") else { continue }
        result += row[..<comma] + Self.suffix(copy) + row[comma...] + "\n"
      }
    }
    return result
  }

  /// The judgements of each copy of a recommendation.
  private func assessments(_ text: String, copies: Int) -> String {
    var result = ""
    for (number, row) in Self.rows(text).enumerated() {
      for copy in 0..<(number == 0 ? 1 : copies) {
        var cells = Self.cells(row)
        let name = "\(cells[1])\(Self.suffix(copy))"
        if number > 0 { cells[1] = name[...] }
        result += cells.joined(separator: ",") + "\n"
      }
    }
    return result
  }

  /// Each series as often as its indicator; dated ones in months from 1700 on.
  private func observations(_ text: String) -> String {
    var groups: [(key: String, rows: [[Substring]])] = []
    var places: [String: Int] = [:]
    var result = ""
    for (number, row) in Self.rows(text).enumerated() {
      let cells = Self.cells(row)
      guard number > 0, cells.count == 8 else {
        result += row + "\n"
        continue
      }
      let key = "\(cells[0]),\(cells[1])"
      if let place = places[key] {
        groups[place].rows.append(cells)
      } else {
        places[key] = groups.count
        groups.append((key, [cells]))
      }
    }
    for copy in 0..<width {
      for group in groups {
        let isDated = group.rows.count > 1 && group.rows.allSatisfy { !$0[2].isEmpty }
        var month = 0
        for turn in 0..<length {
          for row in group.rows {
            var cells = row
            var name = "\(row[0])\(Self.suffix(copy))"[...]
            swap(&cells[0], &name)
            if length > 1 {
              if isDated {
                let digit = month % 12 + 1
                cells[2] = "\(1700 + month / 12)-\(digit < 10 ? "0" : "")\(digit)"
              } else if turn > 0 {
                cells[1] = row[1].isEmpty ? "Part \(turn)" : Self.named(row[1], turn)
              }
              // What is added says nothing of its own.
              if turn > 0 { (cells[6], cells[7]) = ("", "") }
            }
            month += 1
            result += cells.joined(separator: ",") + "\n"
          }
        }
      }
    }
    return result
  }

  private static func named(_ cell: Substring, _ turn: Int) -> Substring {
    cell.hasSuffix("\"") ? "\(cell.dropLast()) \(turn)\"" : "\(cell) \(turn)"
  }

  private static func rows(_ text: String) -> [Substring] { text.split(separator: "\n") }

  /// The cells of a row as they are written, with their quotes.
  private static func cells(_ row: Substring) -> [Substring] {
    var cells: [Substring] = []
    var start = row.startIndex
    var isQuoted = false
    for index in row.indices {
      if row[index] == "\"" { isQuoted.toggle() }
      guard row[index] == ",", !isQuoted else { continue }
      cells.append(row[start..<index])
      start = row.index(after: index)
    }
    return cells + [row[start...]]
  }
}
