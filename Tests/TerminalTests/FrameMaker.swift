import Interface
import TestSupport

/// Makes frames at random of what a program like ncurses sends to a terminal.
///
/// They keep to what is the same on every terminal: nothing is written over an edge, behind the last
/// column only CR and absolute places follow, and nothing is erased with attributes in force.
struct FrameMaker {
  private var random: SeededRandom
  private let size: Size
  private let entry: Terminfo
  private let hasWide: Bool
  private var bytes = ""
  private var x: Int? = 0
  private var y = 0
  private var pen: [String] = []

  private static let texts = [
    "a", "bcd", "é", "────", "─", "        ", "      ", " ", " x ", "│", "aaaaaaaaa", "…",
  ]
  /// Texts of even columns: where wide characters stand, everything begins in even columns, so that
  /// none is parted.
  private static let evenTexts = [
    "ab", "漢", "漢字", "éé", "e\u{301} ", "────", "──", "        ", "      ", "  ", " │", "aaaaaaaa",
    "…a",
  ]

  /// A maker of frames of a size for the terminal of an entry.
  init(_ size: Size, _ entry: Terminfo, seed: UInt64) {
    random = SeededRandom(seed)
    self.size = size
    self.entry = entry
    hasWide = seed % 2 == 0
  }

  /// The next frame; it begins where the last one ended, or with an empty screen.
  mutating func frame(clears: Bool) -> String {
    bytes = ""
    if clears {
      pen = []
      bytes = "\u{1b}[m" + (random.int(0...1) == 0 ? "\u{1b}[H\u{1b}[2J" : "\u{1b}[H\u{1b}[J")
      (x, y) = (0, 0)
    }
    for _ in 0..<random.int(1...40) { step() }
    if x == nil { move() }
    return bytes
  }

  private mutating func step() {
    switch random.int(0...19) {
    case 0...2: move()
    case 3...5: changePen()
    case 6...12: write()
    case 13...14: erase()
    case 15: step(along: random.int(0...3))
    case 16: if random.int(0...3) == 0 { scroll() }
    case 17: shift()
    case 18: bytes += random.int(0...1) == 0 ? "\u{1b}[?25l" : "\u{1b}[?25h"
    default: bytes += ["\u{1b}(B", "\u{0f}", "\u{1b}[?1h", "\u{7}"][random.int(0...3)]
    }
  }

  private mutating func move() {
    var place = Point(x: random.int(0...size.width - 1), y: random.int(0...size.height - 1))
    if hasWide { place.x -= place.x % 2 }
    (x, y) = (place.x, place.y)
    bytes += "\u{1b}[\(place.y + 1);\(place.x + 1)H"
  }

  private mutating func changePen() {
    let isDirect =
      entry.strings["setaf"].map { String(decoding: $0, as: UTF8.self) }?
      .contains(":2:") ?? false
    let colour = isDirect ? "8:2::10:20:30" : "8;5;\(random.int(16...18))"
    let choices = [
      ["0"], ["1"], ["2"], ["3"], ["4"], ["7"], ["31"], ["3" + colour], ["4" + colour], ["44"],
      ["39", "49"], ["0", "1"], ["0", "7", "3" + colour], ["92"], ["5"], [""],
    ]
    let chosen = choices[random.int(0...choices.count - 1)]
    bytes += "\u{1b}[" + chosen.joined(separator: ";") + "m"
    if chosen[0] == "0" || chosen[0].isEmpty { pen = [] }
    if chosen[0] == "39" {
      pen.removeAll { $0.hasPrefix("3") && $0 != "3" || $0.hasPrefix("4") && $0 != "4" }
    }
    pen += chosen.filter { !["0", "", "39", "49"].contains($0) }
  }

  private mutating func write() {
    let texts = hasWide ? Self.evenTexts : Self.texts
    let text = texts[random.int(0...texts.count - 1)]
    let columns = text.reduce(0) { $0 + $1.columns }
    guard let column = x, column + columns <= size.width else { return move() }
    bytes += text
    x = column + columns < size.width ? column + columns : nil
    let hasRepeat = entry.strings["rep"] != nil && !text.contains("漢") && !text.contains("e\u{301}")
    if hasRepeat, let column = x, random.int(0...4) == 0, column + 6 < size.width {
      bytes += "\u{1b}[4b"
      x = column + 4
    }
  }

  private var mayErase: Bool {
    let isPlain = !pen.contains { ["4", "7"].contains($0) }
    return isPlain && (entry.flags.contains("bce") || !pen.contains { $0.hasPrefix("4") })
  }

  private mutating func erase() {
    guard mayErase, x != nil else { return }
    bytes += "\u{1b}[" + ["K", "2K", "4X", "J", "X", "1K"][random.int(0...(hasWide ? 3 : 5))]
  }

  private mutating func step(along way: Int) {
    switch way {
    case 0:
      bytes += "\r"
      x = 0
    case 1 where y + 1 < size.height && x != nil:
      bytes += random.int(0...1) == 0 ? "\n" : "\u{1b}D"
      y += 1
    case 2:
      guard let column = x, column > 0, !hasWide else { return }
      bytes += "\u{8}"
      x = column - 1
    default:
      guard x != nil else { return }
      bytes += "\u{1b}[5G\u{1b}[3d"
      (x, y) = (4, 2)
    }
  }

  private mutating func scroll() {
    guard mayErase, entry.strings["csr"] != nil else { return }
    let saves = (x ?? size.width) + 2 <= size.width && random.int(0...1) == 0
    bytes += saves ? "\u{1b}7\u{1b}[2;\(size.height - 1)r\u{1b}8ab" : "\u{1b}[2;\(size.height - 1)r"
    switch random.int(0...3) {
    case 0: bytes += "\u{1b}[\(size.height - 1);1H\n"
    case 1: bytes += "\u{1b}[2;1H\u{1b}M"
    case 2: bytes += "\u{1b}[2;1H\u{1b}[2M"
    default: bytes += "\u{1b}[3;1H\u{1b}[L"
    }
    bytes += "\u{1b}[1;\(size.height)r"
    move()
  }

  private mutating func shift() {
    guard mayErase, !hasWide, x != nil else { return }
    bytes += random.int(0...1) == 0 ? "\u{1b}[2@" : "\u{1b}[2P"
  }
}
