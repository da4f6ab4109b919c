extension Table {
  /// The text of a cell that must not be empty; nil, with a diagnostic, when it is.
  func needed(_ column: Int, _ name: String, log: inout DiagnosticLog) -> String? {
    let text = text(column)
    // That the whole column is missing was said once.
    if !text.isEmpty || !has(column) { return text.isEmpty ? nil : text }
    log.error(place(column), "the row has no \(name)", remedy: "fill in its \(name)")
    return nil
  }

  /// The id that a row gives itself; nil, with a diagnostic, when it is none.
  func id(_ column: Int, log: inout DiagnosticLog) -> String? {
    guard let id = needed(column, "id", log: &log) else { return nil }
    if Identifier.isValid(id) { return id }
    log.error(place(column), "\"\(id)\" is not an id", remedy: Identifier.remedy)
    return nil
  }

  /// One of a few words; `fallback` when the cell is empty or, with a diagnostic, another word.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ column: Int, _ name: String, _ fallback: Choice, log: inout DiagnosticLog
  ) -> Choice where Choice.RawValue == String {
    let text = text(column)
    if text.isEmpty { return fallback }
    if let choice = Choice(rawValue: text) { return choice }
    log.error(
      place(column), "the \(name) \"\(text)\" is not known",
      remedy: "use " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    return fallback
  }

  /// A period; nil when the cell is empty or, with a diagnostic, holds something else.
  ///
  /// - Parameter consequence: What the diagnostic says behind what is wrong.
  func period(
    _ column: Int, _ consequence: String = "", log: inout DiagnosticLog
  ) -> Period? {
    let bytes = bytes(column)
    if bytes.isEmpty { return nil }
    if let period = Period(utf8: bytes) { return period }
    log.error(
      place(column), "\"\(text(column))\" is not a period\(consequence)",
      remedy: "write 2011, FY2011, 2012-12, 2013-01-12 or 2006/2012")
    return nil
  }

  /// The locators of a cell; those that cannot be read are left out with a diagnostic.
  func locators(_ column: Int, log: inout DiagnosticLog) -> [Locator] {
    if bytes(column).isEmpty { return [] }
    var text = text(column)
    let (locators, faulty) = text.withUTF8 { Locator.list($0) }
    let isBare = hasBareQuote(column)
    for part in faulty {
      log.error(
        place(column), "\"\(part)\" is not a locator",
        remedy: isBare ? Locator.quotedRemedy : Locator.remedy)
    }
    if isBare, faulty.isEmpty {
      log.warning(
        place(column), "quotes inside a cell that is not quoted", remedy: Locator.quotedRemedy)
    }
    // Places are only looked for where they are needed: tables hold thousands of locators.
    guard let end = log.textLines, locators.contains(where: { $0.lines.upperBound > end })
    else { return locators }
    return locators.filter { log.check($0, place(column)) }
  }

  /// A reference; nil, with a diagnostic, when the cell is none.
  func reference(_ column: Int, _ name: String, log: inout DiagnosticLog) -> Reference? {
    guard let text = needed(column, name, log: &log) else { return nil }
    if let reference = Reference(text) { return reference }
    log.error(
      place(column), "\"\(text)\" is not a reference", remedy: log.remedy(ofReference: text))
    return nil
  }
}
