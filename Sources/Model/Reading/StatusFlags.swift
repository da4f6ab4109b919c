package import Records
import Text

/// What the flags of statistical offices say of a value: the one table of them.
///
/// Small letters are those of Eurostat and of national offices, capital letters those of the code
/// list of observation status of SDMX, which the ECB, the OECD, the IMF and the BIS use. A code
/// with two meanings has that of the more common use.
package struct StatusFlags: Hashable, Sendable {
  /// What they say about the value's exactness.
  package var qualifiers: Qualifiers = []
  /// What else they say, in words: `break in the series; confidential`.
  package var note = ""
  /// Whether they say that there is no value, for the reason in the note.
  package var isGap = false
  /// Codes that the table does not have.
  package var unknown: [String] = []

  private struct Meaning {
    var qualifiers: Qualifiers = []
    var note = ""
    var isGap = false
  }

  private static func gap(_ note: String) -> Meaning { Meaning(note: note, isGap: true) }

  /// Codes of one letter or a few, in which capitals count.
  private static let codes: [String: Meaning] = [
    // Eurostat and national offices.
    "b": Meaning(note: "break in the series"), "c": Meaning(note: "confidential"),
    "d": Meaning(note: "definition differs"), "e": Meaning(qualifiers: .estimated),
    "f": Meaning(qualifiers: .projected), "i": Meaning(qualifiers: .estimated, note: "imputed"),
    "n": Meaning(note: "not significant"), "p": Meaning(qualifiers: .provisional),
    "r": Meaning(note: "revised"),
    "s": Meaning(qualifiers: .estimated, note: "estimate of the statistical office"),
    "u": Meaning(note: "low reliability"), "z": Meaning(note: "not applicable"),
    "v": Meaning(note: "not validated"), "l": Meaning(note: "below the limit of detection"),
    "er": Meaning(qualifiers: .estimated, note: "revised"), "pr": Meaning(qualifiers: .provisional),
    "x": gap("suppressed"),
    // The code list of SDMX.
    "A": Meaning(), "B": Meaning(note: "break in the series"),
    "C": Meaning(note: "confidential"), "D": Meaning(note: "definition differs"),
    "E": Meaning(qualifiers: .estimated), "F": Meaning(qualifiers: .projected),
    "G": Meaning(note: "experimental"), "H": gap("no value: a holiday or weekend"),
    "I": Meaning(qualifiers: .estimated, note: "imputed"),
    "J": Meaning(note: "derogation"), "K": Meaning(note: "included in another category"),
    "L": gap("no value: not collected"), "M": gap("no value: it cannot exist"),
    "N": Meaning(note: "not significant"), "O": gap("no value"),
    "P": Meaning(qualifiers: .provisional), "Q": gap("no value: suppressed"),
    "R": Meaning(note: "revised"), "S": gap("no value: a strike or another special event"),
    "T": Meaning(note: "break in the time series"), "U": Meaning(note: "low reliability"),
    "V": Meaning(note: "not validated"),
    "W": Meaning(note: "includes data of another category"), "X": gap("no value"),
    "Z": Meaning(note: "not applicable"),
  ]

  /// Words, in small letters, of which the first that a text contains counts.
  private static let words: [(String, Meaning)] = [
    ("normal", Meaning()), ("estimat", Meaning(qualifiers: .estimated)),
    ("est.", Meaning(qualifiers: .estimated)),
    ("imput", Meaning(qualifiers: .estimated, note: "imputed")),
    ("computed", Meaning(qualifiers: .computed)),
    ("provisional", Meaning(qualifiers: .provisional)),
    ("prelim", Meaning(qualifiers: .provisional)), ("provvisor", Meaning(qualifiers: .provisional)),
    ("vorlaufig", Meaning(qualifiers: .provisional)),
    ("provisoir", Meaning(qualifiers: .provisional)),
    ("provisor", Meaning(qualifiers: .provisional)), ("stimat", Meaning(qualifiers: .estimated)),
    ("geschatzt", Meaning(qualifiers: .estimated)), ("official", Meaning()),
    ("prov.", Meaning(qualifiers: .provisional)),
    ("forecast", Meaning(qualifiers: .projected)), ("projec", Meaning(qualifiers: .projected)),
    ("proj.", Meaning(qualifiers: .projected)), ("approx", Meaning(qualifiers: .about)),
    ("revised", Meaning(note: "revised")), ("rev.", Meaning(note: "revised")),
    ("break", Meaning(note: "break in the series")),
    ("definition", Meaning(note: "definition differs")),
    ("low reliab", Meaning(note: "low reliability")),
    ("unreliab", Meaning(note: "low reliability")),
    ("not significant", Meaning(note: "not significant")),
    ("confidential", Meaning(note: "confidential")), ("suppress", gap("suppressed")),
    ("withheld", gap("withheld")), ("missing", gap("no value")),
    ("not available", gap("no value")), ("not applicable", Meaning(note: "not applicable")),
    ("experimental", Meaning(note: "experimental")),
  ]

  /// No flags.
  package init() {}

  /// The flags of a cell: a code, several in one word (`bp`), or several with separators.
  ///
  /// A code may have its label behind a colon, `P: Provisional value`.
  package init(_ cell: some StringProtocol) {
    for part in cell.split(whereSeparator: { ";,|/+ ".contains($0) }) where !isLabelled(cell) {
      add(String(part))
    }
    if isLabelled(cell) {
      let code = String(cell.prefix { $0 != ":" }).trimmed
      if Self.codes[code] != nil { add(code) } else { add(String(cell).trimmed) }
    }
  }

  /// A word or code that a value has beside it; nil if the table does not have it.
  package init?(known text: some StringProtocol) {
    self.init(text)
    if !unknown.isEmpty { return nil }
  }

  /// These and others.
  package func union(_ others: StatusFlags) -> StatusFlags {
    var all = self
    all.add(Meaning(qualifiers: others.qualifiers, note: others.note, isGap: others.isGap))
    all.unknown += others.unknown
    return all
  }

  private func isLabelled(_ cell: some StringProtocol) -> Bool {
    cell.contains(":") || cell.utf8.count > 6 && cell.contains(" ")
  }

  private mutating func add(_ code: String) {
    if let known = Self.codes[code] { return add(known) }
    let small = Folding.fold(code)
    if let qualifier = Qualifiers(name: small) { return add(Meaning(qualifiers: qualifier)) }
    // Several letters in one word: each has to be a code.
    if (2...4).contains(code.utf8.count), Set(code).count == code.count {
      let letters = code.map { Self.codes[String($0)] }
      let isSmall = code == code.lowercased()
      if letters.allSatisfy({ $0 != nil }), isSmall || code == code.uppercased() {
        for letter in letters { if let letter { add(letter) } }
        return
      }
    }
    if code.utf8.count > 2, let word = Self.words.first(where: { small.contains($0.0) }) {
      return add(word.1)
    }
    unknown.append(code)
  }

  private mutating func add(_ meaning: Meaning) {
    qualifiers.formUnion(meaning.qualifiers)
    isGap = isGap || meaning.isGap
    guard !meaning.note.isEmpty, !note.contains(meaning.note) else { return }
    note += note.isEmpty ? meaning.note : "; \(meaning.note)"
  }
}
