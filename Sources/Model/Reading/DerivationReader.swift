import Records
import Text

extension Derivation {
  /// Why a cell is not a computation.
  struct Fault: Error {
    var message: String
    var remedy: String
  }

  /// Reads a cell: `sum(exports/Mexico; imports/Mexico): exports plus imports`, or only words.
  ///
  /// - Throws: `Fault` if it has the form of an operation and cannot be read as one.
  init(_ cell: String) throws(Fault) {
    let written = cell.trimmed
    let name = written.prefix { $0.isLetter }
    guard !name.isEmpty, written[name.endIndex...].first == "(" else {
      self.init(written: written, words: written)
      return
    }
    guard let operation = Operation(rawValue: String(name)) else {
      throw Fault(
        message: "\"\(name)\" is not an operation",
        remedy: "use " + Operation.allCases.map(\.rawValue).joined(separator: ", "))
    }
    guard let end = Self.end(of: written[name.endIndex...]) else {
      throw Fault(message: "a bracket is opened and never closed", remedy: "close it")
    }
    let rest = String(written[written.index(after: end)...]).trimmed
    guard rest.isEmpty || rest.hasPrefix(":") else {
      throw Fault(
        message: "\"\(rest)\" follows the computation", remedy: "write a colon before words")
    }
    let list = written[written.index(after: name.endIndex)..<end]
    var inputs: [Input] = []
    for part in splitList(String(list)) { inputs.append(try Self.input(part)) }
    let isPair = [.ratio, .share, .change].contains(operation)
    guard inputs.count > 1, !isPair || inputs.count == 2 else {
      throw Fault(
        message: "\(name) has \(inputs.count) input\(inputs.count == 1 ? "" : "s")",
        remedy: "give \(isPair ? "two" : "two or more"), separated by semicolons")
    }
    self.init(
      written: written, operation: operation, inputs: inputs,
      words: String(rest.dropFirst()).trimmed)
  }

  /// Where the bracket closes that a text starts with.
  private static func end(of text: Substring) -> String.Index? {
    var depth = 0
    for index in text.utf8.indices {
      if text.utf8[index] == UInt8(ascii: "(") { depth += 1 }
      if text.utf8[index] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// `12.5`, `id`, `id/series`, `/series`, each perhaps with `@period`, or `@period` alone.
  private static func input(_ part: String) throws(Fault) -> Input {
    var text = part
    if let number = text.withUTF8({ Number($0) }) { return .number(number.value) }
    var period: Period?
    if let at = text.lastIndex(of: "@") {
      period = PeriodReader.dossier.period(text[text.index(after: at)...])
      guard period != nil else {
        throw Fault(
          message: "\"\(text[text.index(after: at)...])\" is not a period",
          remedy: "write 2011, FY2011, 2012-12, 2013-01-12 or 2006/2012")
      }
      text = String(text[..<at])
    }
    let slash = text.firstIndex(of: "/")
    let indicator = String(text[..<(slash ?? text.endIndex)])
    guard indicator.isEmpty || Identifier.isValid(indicator) else {
      throw Fault(
        message: "\"\(indicator)\" is neither a number nor an indicator",
        remedy: "write a number, indicator/series@period or a part of it")
    }
    return .observation(
      indicator: indicator.isEmpty ? nil : indicator,
      series: slash.map { String(text[text.index(after: $0)...]) }, period: period)
  }
}
