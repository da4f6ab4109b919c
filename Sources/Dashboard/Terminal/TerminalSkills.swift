/// What terminfo says a terminal can do with the sequences of ECMA-48.
///
/// Only what stands there in the form of the standard is used.
struct TerminalSkills {
  /// Whether frames are written anew for the terminal at all.
  ///
  /// It places its cursor by CUP (8.3.21), also with attributes in force (`msgr`), and the cursor
  /// does not leave the row when its last column is written: it waits there (`xenl`), or stops (no
  /// `am`).
  let speaksECMA: Bool
  /// Whether erased cells get the ground that is in force (`bce`).
  let erasesInColour: Bool
  /// Whether LF leads one row down, and nothing else does (`cud1`).
  let feedsLine: Bool
  /// The relative moves CUU, CUD, CUF, CUB (8.3.22, 19, 20, 18).
  let moves: Bool
  /// CHA, 8.3.9: the column by its number.
  let setsColumn: Bool
  /// VPA, 8.3.158: the row by its number.
  let setsRow: Bool
  /// ECH, 8.3.38: erases some cells.
  let erasesCells: Bool
  /// EL, 8.3.41: erases the rest of the row.
  let erasesLine: Bool
  /// Whether attributes end one by one: 22, 24 and 27.
  ///
  /// Terminfo has names for 24 and 27 only. 22 came together with them, with the VT220; terminals
  /// before that end everything at once, and `rmul` says so.
  let endsAttributes: Bool
  /// Whether italics end by 23.
  let endsItalics: Bool
  /// Whether colours end by 39 and 49.
  let endsColours: Bool
  /// REP, 8.3.103: repeats a character.
  ///
  /// Terminfo has it for many a name under which terminals go that do not know it, or know it for
  /// ASCII alone, so that the terminal has to prove it as well: see `Thrift`.
  let mayRepeat: Bool
  /// DECSTBM, and SU and SD (8.3.147, 8.3.113): scrolls some rows.
  let scrolls: Bool
  /// What empties the screen.
  let clear: [UInt8]

  /// The skills by terminfo's strings, without padding, and flags.
  init(string: (String) -> [UInt8], flag: (String) -> Bool) {
    func has(_ name: String, _ text: String) -> Bool { string(name) == Array(text.utf8) }
    clear = string("clear")
    speaksECMA =
      has("cup", "\u{1b}[%i%p1%d;%p2%dH") && flag("msgr") && (flag("xenl") || !flag("am"))
      && ["\u{1b}[H\u{1b}[2J", "\u{1b}[H\u{1b}[J"].contains {
        $0.utf8.elementsEqual(string("clear"))
      }
    erasesInColour = flag("bce")
    feedsLine = has("cud1", "\n")
    moves = zip(["cuu", "cud", "cuf", "cub"], "ABCD").allSatisfy { has($0, "\u{1b}[%p1%d\($1)") }
    setsColumn = has("hpa", "\u{1b}[%i%p1%dG")
    setsRow = has("vpa", "\u{1b}[%i%p1%dd")
    erasesCells = has("ech", "\u{1b}[%p1%dX")
    erasesLine = has("el", "\u{1b}[K")
    // GNU screen stands words out by italics, and knows 27 as well.
    endsAttributes =
      has("rmul", "\u{1b}[24m") && (has("rmso", "\u{1b}[27m") || has("rmso", "\u{1b}[23m"))
    endsItalics = has("ritm", "\u{1b}[23m") || has("rmso", "\u{1b}[23m")
    endsColours = has("op", "\u{1b}[39;49m")
    scrolls =
      has("csr", "\u{1b}[%i%p1%d;%p2%dr") && has("indn", "\u{1b}[%p1%dS")
      && has("rin", "\u{1b}[%p1%dT")
    mayRepeat = has("rep", "%p1%c\u{1b}[%p2%{1}%-%db")
  }
}
