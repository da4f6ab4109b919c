/// How a terminal draws what comes next: its graphic rendition (SGR, ECMA-48 8.3.117).
struct Pen: Hashable {
  /// What sets characters off besides colours; the bit of each has the place of its parameter.
  struct Attributes: OptionSet, Hashable {
    let rawValue: UInt16

    static let bold = Attributes(rawValue: 1 << 1)
    static let dim = Attributes(rawValue: 1 << 2)
    static let italic = Attributes(rawValue: 1 << 3)
    static let underline = Attributes(rawValue: 1 << 4)
    static let reverse = Attributes(rawValue: 1 << 7)
    /// All that are known: with blinking, concealed and crossed out.
    static let all = Attributes(rawValue: 0b11_1011_1110)
    /// Those that are seen where nothing is written.
    static let shownOnBlanks: Attributes = [.underline, .reverse, Attributes(rawValue: 1 << 9)]
  }

  /// What sets the characters off.
  var attributes: Attributes = []
  /// The colour of the characters, as `Spellings` numbers it; 0 is the terminal's own.
  var ink: UInt16 = 0
  /// The colour behind them, like the ink.
  var ground: UInt16 = 0

  /// Neither attributes nor colours.
  static let plain = Pen()

  /// What of the pen is seen where nothing is written: the ground alone, as a rule.
  var onBlank: Pen {
    attributes.isDisjoint(with: .shownOnBlanks) ? Pen(ground: ground) : self
  }

  /// Takes the parameters of a sequence.
  ///
  /// - Returns: False where one of them is not known; the pen is then not known either.
  mutating func take(_ parameters: ArraySlice<UInt8>, _ spellings: Spellings) -> Bool {
    var rest = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)[...]
    while let parameter = rest.popFirst() {
      switch Self.number(parameter) {
      case 0?: self = .plain
      // The primary font, which is never left.
      case 10?: continue
      case let bit? where (1...9).contains(bit) && bit != 6: attributes.insert(Self.bit(bit))
      case 22?: attributes.subtract([.bold, .dim])
      case let bit? where [23, 24, 25, 27, 28, 29].contains(bit):
        attributes.remove(Self.bit(bit - 20))
        // Rapid and slow blinking end alike.
        if bit == 25 { attributes.remove(Self.bit(6)) }
      case 39?: ink = 0
      case 49?: ground = 0
      case let colour? where (30...37).contains(colour) || (90...97).contains(colour):
        guard let number = spellings.number(of: parameter) else { return false }
        ink = number
      case let colour? where (40...47).contains(colour) || (100...107).contains(colour):
        guard let number = spellings.number(of: parameter) else { return false }
        ground = number
      default:
        guard takeExtended(parameter, &rest, spellings) else { return false }
      }
    }
    return true
  }

  /// A colour of the palette or by its parts: `38;5;n` and `38;2;r;g;b`, or with colons as one
  /// parameter (ISO 8613-6); 48 for the ground.
  private mutating func takeExtended(
    _ first: ArraySlice<UInt8>, _ rest: inout ArraySlice<ArraySlice<UInt8>>,
    _ spellings: Spellings
  ) -> Bool {
    let target = Self.number(first.prefix { $0 != UInt8(ascii: ":") })
    guard target == 38 || target == 48 else { return false }
    var text = Array(first)
    if first.count == 2 {
      let count = rest.first.flatMap(Self.number) == 5 ? 2 : 4
      guard rest.count >= count, count == 2 || rest.first.flatMap(Self.number) == 2 else {
        return false
      }
      for parameter in rest.prefix(count) { text += [UInt8(ascii: ";")] + parameter }
      rest = rest.dropFirst(count)
    }
    guard let number = spellings.number(of: text[...]) else { return false }
    if target == 38 { ink = number } else { ground = number }
    return true
  }

  private static func bit(_ number: Int) -> Attributes { Attributes(rawValue: 1 << number) }

  /// The number of a parameter, 0 where it is left out; nil where it is none, or above 999.
  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count <= 3 else { return nil }
    var number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }
}
