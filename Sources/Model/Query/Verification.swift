import Reading
package import Records

/// The result of looking up every place of a dossier in a copy of its original.
package struct Verification: Sendable {
  /// How the copy compares with the text whose lines the dossier counts.
  package enum Copy: Hashable, Sendable {
    /// It is the same, byte by byte.
    case same
    /// It is another copy, with this digest.
    case different(sha256: String)
    /// The dossier does not say which text it is based on.
    case unstated
  }

  /// A place that differs from what the dossier says.
  package struct Finding: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with a place.
    package enum Problem: Hashable, Sendable {
      /// The words are in other lines; these are the nearest ones.
      case moved(ClosedRange<Int>)
      /// The words are not in the copy, but at least half of them are in these lines.
      case similar(ClosedRange<Int>)
      /// The words are not in the copy.
      case missing
      /// The words are not there; the copy was not searched, because too many places had been
      /// wrong.
      case elsewhere
      /// Some of the lines are beyond the end of the copy, which has this many.
      case outside(lineCount: Int)
      /// The lines are empty.
      case blank
      /// The words state these numbers, none of which can be the value.
      case figure(words: String, value: String)
      /// A computed value does not follow from its inputs, for this reason.
      case computation(String)
    }

    /// The record.
    package var reference: Reference
    /// Which of the record's places: `at a glance`, `North, 2010`; empty for its main one.
    package var part: String
    /// The place as the dossier has it; nil for a computed value, which has none.
    package var locator: Locator?
    /// What is wrong with it.
    package var problem: Problem

    /// The finding on one line: `rec:economics-3: L105 "…": stands at L140 instead`.
    package var description: String {
      let name = part.isEmpty ? "\(reference)" : "\(reference) (\(part))"
      let words: String
      switch problem {
      case .moved(let lines): words = "is at \(Locator(lines: lines)) instead"
      case .similar(let lines): words = "something similar is at \(Locator(lines: lines))"
      case .elsewhere: words = "these words are not there"
      case .missing: words = "these words are nowhere in this copy"
      case .outside(let count): words = "this copy has only \(count) lines"
      case .blank: words = "the lines are empty in this copy"
      case .figure(let stated, let value):
        words = "the words say \(stated), the value is \(value)"
      case .computation(let reason): words = reason
      }
      return locator.map { "\(name): \($0): \(words)" } ?? "\(name): \(words)"
    }
  }

  /// How the copy compares.
  package var copy: Copy
  /// How many places were looked up.
  package var checked: Int
  /// How many values were compared with a number in the words that are quoted for them.
  package var compared: Int
  /// How many computed values follow from their inputs in the dossier.
  package var proved: Int
  /// How many computed values have inputs that are not in the dossier, so that only words tell how.
  package var unproved: Int
  /// What differs from the dossier: places first, then values, each in reading order.
  package var findings: [Finding]

  /// How many letters are compared at most to find words that are not where they should be.
  ///
  /// It limits the time for a large dossier with a wrong copy to some seconds.
  private static let patience = 2_000_000_000

  /// Looks up every place of a dossier's records in a copy of the original.
  ///
  /// A value is compared with the numbers in the words that its places quote, in base units and in
  /// the ways in which English puts it. A value whose words contain no number is not compared, and a
  /// computed one is computed again from its inputs.
  package init(_ dossier: Dossier, in original: OriginalText) {
    if let stated = dossier.sourceText?.sha256, !stated.isEmpty {
      copy = stated == original.sha256 ? .same : .different(sha256: original.sha256)
    } else {
      copy = .unstated
    }
    checked = 0
    compared = 0
    proved = 0
    unproved = 0
    findings = []
    var patience = Self.patience
    // A page alone cannot be found in a plain text, which has none.
    for place in dossier.places where place.locator.lines != nil {
      checked += 1
      if let problem = original.problem(with: place.locator, patience: &patience) {
        findings.append(
          Finding(
            reference: place.reference, part: place.part, locator: place.locator, problem: problem))
      }
    }
    compareFigures(of: dossier, in: original)
    proveComputations(of: dossier)
  }

  private mutating func proveComputations(of dossier: Dossier) {
    let check = DerivationCheck(dossier)
    for indicator in dossier.indicators {
      for series in indicator.series {
        for observation in series.observations where observation.isComputed {
          let outcome = check.outcome(of: observation, in: series.name, of: indicator)
          if let reason = outcome.reason(observation) {
            findings.append(
              Finding(
                reference: indicator.reference, part: series.part(observation), locator: nil,
                problem: .computation(reason)))
          } else if outcome == .proved {
            proved += 1
          } else {
            unproved += 1
          }
        }
      }
    }
  }

  private mutating func compareFigures(of dossier: Dossier, in original: OriginalText) {
    let units = Dictionary(dossier.units.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    for indicator in dossier.indicators {
      let unit = units[indicator.unit] ?? Unit(id: indicator.unit, title: indicator.unit)
      let check = FigureCheck(indicator, unit: unit, in: original)
      for series in indicator.series {
        for observation in series.observations where !observation.locators.isEmpty {
          switch check.outcome(of: observation) {
          case .uncompared: break
          case .agrees: compared += 1
          case .differs(let words, let locator):
            compared += 1
            let value = ValueFormat(unit).text(
              observation.value ?? 0, decimals: Int(observation.decimals))
            findings.append(
              Finding(
                reference: indicator.reference, part: series.part(observation), locator: locator,
                problem: .figure(words: words, value: value)))
          }
        }
      }
    }
  }
}

extension Series {
  /// What a finding calls one of its observations: `North, 2010`.
  fileprivate func part(_ observation: Observation) -> String {
    let part = [name, observation.period?.title ?? ""].filter { !$0.isEmpty }
    return part.isEmpty ? "value" : part.joined(separator: ", ")
  }
}

extension OriginalText {
  /// What is wrong with a locator in this copy; nil if it is right.
  ///
  /// A locator with words is right if they are within its lines, one without if its lines are in
  /// the copy and not all empty.
  ///
  /// - Parameter patience: How many letters may still be compared in the search
  ///   for words that are elsewhere; it is reduced by what was used.
  func problem(
    with locator: Locator, patience: inout Int
  ) -> Verification.Finding.Problem? {
    guard let lines = locator.lines else { return nil }
    if locator.words.isEmpty {
      if !contains(lines) { return .outside(lineCount: lineCount) }
      return isBlank(lines) ? .blank : nil
    }
    if contains(lines), contains(locator.words, in: lines) { return nil }
    guard patience > 0 else { return .elsewhere }
    patience -= letters.count
    if let lines = nearest(locator.words, to: lines.lowerBound) { return .moved(lines) }
    patience -= letters.count * 4
    if let lines = nearestPart(of: locator.words, to: lines.lowerBound) {
      return .similar(lines)
    }
    return contains(lines) ? .missing : .outside(lineCount: lineCount)
  }
}

extension Dossier {
  /// A place in the original that a record names.
  struct NamedPlace {
    package var reference: Reference
    package var part: String
    var locator: Locator
  }

  /// Every place that the records name, in reading order.
  var places: [NamedPlace] {
    var places: [NamedPlace] = []
    func add(_ reference: Reference, _ locators: [Locator], part: String = "") {
      for locator in locators {
        places.append(NamedPlace(reference: reference, part: part, locator: locator))
      }
    }
    func add(_ reference: Reference, _ locator: Locator?, part: String = "") {
      if let locator { add(reference, [locator], part: part) }
    }
    for chapter in chapters {
      add(chapter.reference, chapter.locator)
      for section in chapter.sections { add(section.reference, section.locator) }
    }
    for recommendation in recommendations {
      add(recommendation.reference, recommendation.locator)
      add(recommendation.reference, recommendation.atAGlance, part: "at a glance")
    }
    for indicator in indicators {
      add(indicator.reference, indicator.locators)
      for series in indicator.series {
        for observation in series.observations where !observation.locators.isEmpty {
          add(indicator.reference, observation.locators, part: series.part(observation))
        }
      }
    }
    for event in events { add(event.reference, event.locators) }
    for entity in entities { add(entity.reference, entity.locators) }
    return places
  }
}
