import Records

extension Locator {
  package static let remedy = "write L135, L98-L102, p. 9 or p. 9, L135 \"a few words\""
  /// How words are quoted in a cell of a table.
  static let quotedRemedy =
    "quote the cell and double the quotes inside: \"L135 \"\"a few words\"\"\""

  /// Reads a locator as written in a dossier; nil if it is not one.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let locator = text.withUTF8({ Locator(utf8: $0[...]) }) else { return nil }
    self = locator
  }

  /// Reads locators separated by semicolons, which may also occur inside quotes.
  static func list(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (locators: [Locator], faulty: [String]) {
    var locators: [Locator] = []
    var faulty: [String] = []
    var start = 0
    var isQuoted = false
    for index in 0...bytes.count {
      if index < bytes.count {
        if bytes[index] == quote { isQuoted.toggle() }
        guard bytes[index] == UInt8(ascii: ";"), !isQuoted else { continue }
      }
      let part = trim(bytes[start..<index])
      start = index + 1
      if part.isEmpty { continue }
      if let locator = Locator(utf8: part) {
        locators.append(locator)
      } else {
        faulty.append(String(decoding: part, as: UTF8.self))
      }
    }
    return (locators, faulty)
  }

  /// Reads a locator from bytes, because a dossier's tables hold thousands.
  init?(utf8 bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    var rest = Self.trim(bytes)
    var page: Int?
    if rest.starts(with: "p.".utf8) {
      rest = Self.trim(rest.dropFirst(2))
      page = Self.number(&rest)
      rest = Self.trim(rest)
      if page != nil, rest.isEmpty || rest.first == Self.quote {
        guard let words = Self.words(rest) else { return nil }
        self.init(lines: nil, page: page, words: words)
        return
      }
      guard page != nil, rest.first == UInt8(ascii: ",") else { return nil }
      rest = Self.trim(rest.dropFirst())
    }
    guard let first = Self.line(&rest) else { return nil }
    var last = first
    if rest.first == UInt8(ascii: "-") {
      rest = rest.dropFirst()
      guard let end = Self.line(&rest), end >= first else { return nil }
      last = end
    }
    guard let words = Self.words(Self.trim(rest)) else { return nil }
    self.init(lines: first...last, page: page, words: words)
  }

  /// The words in quotation marks; empty for nothing, nil for anything else.
  private static func words(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    if rest.isEmpty { return "" }
    guard rest.count >= 2, rest.first == quote, rest.last == quote else { return nil }
    return String(decoding: rest.dropFirst().dropLast(), as: UTF8.self)
  }

  private static let quote = UInt8(ascii: "\"")

  private static func trim(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var rest = bytes
    while let first = rest.first, first == 0x20 || first == 0x09 { rest = rest.dropFirst() }
    while let last = rest.last, last == 0x20 || last == 0x09 { rest = rest.dropLast() }
    return rest
  }

  /// Takes `L135` from the start.
  private static func line(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard rest.first == UInt8(ascii: "L") else { return nil }
    rest = rest.dropFirst()
    return number(&rest)
  }

  /// Takes a number from 1 to 99,999,999 from the start.
  private static func number(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var value = 0
    var digits = 0
    while let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      digits += 1
      guard digits <= 8 else { return nil }
      rest = rest.dropFirst()
    }
    return value > 0 ? value : nil
  }
}

extension Locator: CustomStringConvertible {
  /// The locator as written in a dossier.
  package var description: String {
    let range = lines.map { lines in
      lines.count == 1 ? "L\(lines.lowerBound)" : "L\(lines.lowerBound)-L\(lines.upperBound)"
    }
    let place = [page.map { "p. \($0)" }, range].compactMap(\.self).joined(separator: ", ")
    return place + (words.isEmpty ? "" : " \"\(words)\"")
  }
}
