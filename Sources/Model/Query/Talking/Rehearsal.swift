import Text

/// How long each slide of a deck took in one rehearsal.
package struct Rehearsal: Hashable, Sendable {
  /// The time of one slide.
  package struct Time: Hashable, Sendable {
    /// The slide's id.
    package var slide: String
    /// How many seconds it was shown in total.
    package var seconds: Double

    /// The time of a slide.
    package init(slide: String, seconds: Double) {
      self.slide = slide
      self.seconds = seconds
    }
  }

  /// How a slide's time changed from one rehearsal to another.
  package struct Change: Hashable, Sendable {
    /// The slide's id.
    package var slide: String
    /// The seconds of the earlier run; nil if the slide was not shown.
    package var before: Double?
    /// The seconds of the later run; nil if the slide was not shown.
    package var after: Double?

    /// How many seconds more the later run took; nil if one of them did not show the slide.
    package var difference: Double? { Rehearsal.difference(before, after) }
  }

  /// The deck's id.
  package var deck: String
  /// When it began, in seconds since 1970.
  package var start: Int
  /// The slides that were shown, in the order of their first appearance.
  package var times: [Time]

  /// The most slides that are read.
  static let limit = 1000

  /// A rehearsal of a deck.
  package init(deck: String, start: Int, times: [Time] = []) {
    self.deck = deck
    self.start = start
    self.times = times
  }

  /// The seconds of all slides together.
  package var seconds: Double { times.reduce(0) { $0 + $1.seconds } }

  /// The changes since an earlier run: the slides of this one, then those that it did not show.
  package func changes(since earlier: Rehearsal) -> [Change] {
    let before = earlier.sums
    let after = sums
    var seen: Set<String> = []
    return (times + earlier.times).compactMap { time in
      guard seen.insert(time.slide).inserted else { return nil }
      return Change(slide: time.slide, before: before[time.slide], after: after[time.slide])
    }
  }

  /// How many seconds more a later time is than an earlier one; nil if one is missing.
  ///
  /// It is the difference of whole seconds, because readers see the times so.
  package static func difference(_ before: Double?, _ after: Double?) -> Double? {
    guard let before, let after else { return nil }
    return after.rounded() - before.rounded()
  }

  private var sums: [String: Double] {
    times.reduce(into: [:]) { $0[$1.slide, default: 0] += $1.seconds }
  }

  // MARK: Text

  /// The rehearsal as one line: `rehearsal DECK START SLIDE=SECONDS …`, to a tenth of a second.
  package var line: String {
    let times = times.prefix(Self.limit).map { time in
      let tenths = (time.seconds * 10).rounded() / 10
      return "\(time.slide)=\(tenths.digits(decimals: 1) ?? "0.0")"
    }
    return (["rehearsal", deck, "\(start)"] + times).joined(separator: " ")
  }

  /// Reads a line; nil if it is not a rehearsal or is incomplete.
  package init?(line: String) {
    guard line.utf8.count <= 1 << 17 else { return nil }
    let words = line.utf8.split(separator: 0x20).map { Substring($0) }
    guard words.count >= 3, words.count <= Self.limit + 3, words[0] == "rehearsal",
      Identifier.isValid(words[1]), let start = Int(words[2])
    else { return nil }
    self.init(deck: String(words[1]), start: start)
    for word in words.dropFirst(3) {
      let parts = word.utf8.split(separator: UInt8(ascii: "=")).map { Substring($0) }
      guard parts.count == 2, Identifier.isValid(parts[0]),
        parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
        let seconds = Double(parts[1]), seconds < 1e6
      else { return nil }
      times.append(Time(slide: String(parts[0]), seconds: seconds))
    }
  }
}
