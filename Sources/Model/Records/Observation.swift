/// One value of a series.
package struct Observation: Sendable {
  /// When it was measured; nil if the source does not say.
  package var period: Period?
  /// The value in the indicator's unit; nil if it is missing.
  package var value: Double?
  /// How many decimals the source gives.
  package var decimals: UInt8
  /// What the source says about how exact the value is.
  package var qualifiers: Qualifiers
  /// What few observations have of their own; nil if all of it is empty.
  var remarks: Remarks?

  /// An observation; only the value is required.
  package init(
    period: Period? = nil, value: Double?, decimals: UInt8 = 0, qualifiers: Qualifiers = [],
    source: String = "", locators: [Locator] = [], note: String = "",
    derivation: Derivation? = nil
  ) {
    self.period = period
    self.value = value
    self.decimals = decimals
    self.qualifiers = derivation == nil ? qualifiers : qualifiers.union(.computed)
    remarks = Remarks(source: source, locators: locators, note: note, derivation: derivation)
  }

  /// An observation that shares its remarks with others.
  package init(
    period: Period?, value: Double?, decimals: UInt8, qualifiers: Qualifiers, remarks: Remarks?
  ) {
    self.period = period
    self.value = value
    self.decimals = decimals
    self.qualifiers = remarks?.derivation == nil ? qualifiers : qualifiers.union(.computed)
    self.remarks = remarks
  }

  /// The id of its source; empty means the indicator's.
  package var source: String {
    get { remarks?.source ?? "" }
    set {
      remarks = Remarks(
        source: newValue, locators: locators, note: note, derivation: derivation)
    }
  }

  /// Its place in the original.
  package var locators: [Locator] {
    get { remarks?.locators ?? [] }
    set {
      remarks = Remarks(source: source, locators: newValue, note: note, derivation: derivation)
    }
  }

  /// What readers must know about this value.
  package var note: String {
    get { remarks?.note ?? "" }
    set {
      remarks = Remarks(
        source: source, locators: locators, note: newValue, derivation: derivation)
    }
  }

  /// How the dossier computed it; nil if its source states it.
  package var derivation: Derivation? { remarks?.derivation }

  /// Whether the dossier computed it; its source is then that of the inputs.
  package var isComputed: Bool { qualifiers.contains(.computed) }

  /// Source, locators, note and computation of an observation: one word in a table of a million rows, of which
  /// most have a source alone and share it with their neighbours.
  package final class Remarks: Sendable {
    package let source: String
    let locators: [Locator]
    package let note: String
    let derivation: Derivation?

    /// Remarks; nil if there are none.
    package init?(
      source: String, locators: [Locator], note: String, derivation: Derivation? = nil
    ) {
      if source.isEmpty, locators.isEmpty, note.isEmpty, derivation == nil { return nil }
      self.source = source
      self.locators = locators
      self.note = note
      self.derivation = derivation
    }
  }
}

/// What a source says about how exact a value is; several may apply.
package struct Qualifiers: OptionSet, Hashable, Sendable {
  /// The bits, one for each qualifier.
  package var rawValue: UInt16
  /// A set of the given bits.
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let about = Qualifiers(rawValue: 1 << 0)
  package static let over = Qualifiers(rawValue: 1 << 1)
  package static let under = Qualifiers(rawValue: 1 << 2)
  package static let upTo = Qualifiers(rawValue: 1 << 3)
  package static let nearly = Qualifiers(rawValue: 1 << 4)
  package static let estimated = Qualifiers(rawValue: 1 << 5)
  package static let projected = Qualifiers(rawValue: 1 << 6)
  package static let expected = Qualifiers(rawValue: 1 << 7)
  package static let average = Qualifiers(rawValue: 1 << 8)
  package static let planned = Qualifiers(rawValue: 1 << 9)
  package static let reported = Qualifiers(rawValue: 1 << 10)
  package static let provisional = Qualifiers(rawValue: 1 << 11)

  /// No word of a source: the dossier computed the value.
  package static let computed = Qualifiers(rawValue: 1 << 12)

  /// The names in the order of the bits, as they are written in tables.
  package static let names = [
    "about", "over", "under", "up-to", "nearly", "estimated", "projected", "expected", "average",
    "planned", "reported", "provisional",
  ]

  /// Every qualifier that a table can have.
  package static let all = Qualifiers(rawValue: (1 << UInt16(names.count)) - 1)

  /// The qualifier of a name; nil if there is none.
  package init?(name: some StringProtocol) {
    guard let bit = Self.names.firstIndex(where: { $0 == name }) else { return nil }
    self.init(rawValue: 1 << UInt16(bit))
  }

  /// The names of those that apply, in the order of the bits.
  package var names: [String] {
    Self.names.indices.filter { rawValue & (1 << UInt16($0)) != 0 }.map { Self.names[$0] }
  }

  /// The names for readers, who learn as well that the dossier computed the value.
  package var told: [String] { contains(.computed) ? names + ["computed"] : names }

  /// Those that say that a value lies ahead.
  package static let forward: Qualifiers = [.projected, .expected, .planned]

  /// Whether the value had not been measured yet when it was stated.
  package var isForward: Bool { !isDisjoint(with: Self.forward) }
}
