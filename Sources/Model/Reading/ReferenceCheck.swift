import Records
import Text

extension Draft {
  /// Reports every reference that leads to no record and removes it from the records.
  mutating func checkReferences() {
    var lost: Set<Reference> = []
    for mention in log.mentions where !knows(mention.reference) {
      lost.insert(mention.reference)
      if !mention.isMuted { miss(mention.reference, mention.place) }
    }
    checkOverlays()
    reportMisses()
    if !lost.isEmpty { dossier.remove(lost) }
  }

  private mutating func checkOverlays() {
    guard !overlays.isEmpty else { return }
    let indices = Dictionary(
      dossier.indicators.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var lost: Set<Overlay> = []
    for (overlay, place) in overlays {
      guard let index = indices[overlay.indicator] else {
        _ = check(.indicator, overlay.indicator, place)
        lost.insert(overlay)
        continue
      }
      let names = dossier.indicators[index].series.map(\.name)
      guard let series = overlay.series, !names.contains(series) else { continue }
      log.error(
        place, "\(overlay.indicator) has no series \"\(series)\"", remedy: remedy(series, names))
      lost.insert(overlay)
    }
    guard !lost.isEmpty else { return }
    for index in dossier.indicators.indices {
      dossier.indicators[index].overlays.removeAll { lost.contains($0) }
      if let since = dossier.indicators[index].since, lost.contains(since) {
        dossier.indicators[index].since = nil
      }
    }
  }
}

extension Dossier {
  /// Removes references from every record that names them; their link text stays.
  fileprivate mutating func remove(_ lost: Set<Reference>) {
    headlines.removeAll { lost.contains(Reference(.indicator, $0)) }
    links.removeAll { lost.contains($0.from) || lost.contains($0.to) }
    about = about.map { $0.without(lost) }
    for index in recommendations.indices {
      recommendations[index].evidence.removeAll { lost.contains($0) }
      recommendations[index].related.removeAll { lost.contains($0) }
      recommendations[index].text = recommendations[index].text.map { $0.without(lost) }
      recommendations[index].why = recommendations[index].why.map { $0.without(lost) }
    }
    for index in chapters.indices {
      chapters[index].keyMessages = chapters[index].keyMessages.map { $0.without(lost) }
      for section in chapters[index].sections.indices {
        chapters[index].sections[section].blocks =
          chapters[index].sections[section].blocks.map { $0.without(lost) }
      }
      for note in chapters[index].notes.indices {
        chapters[index].notes[note].text = chapters[index].notes[note].text.without(lost)
      }
    }
    for deck in decks.indices {
      for slide in decks[deck].slides.indices { decks[deck].slides[slide].remove(lost) }
    }
  }
}

extension Slide {
  /// Removes references from the prose.
  ///
  /// An inclusion of a missing record stays, so that the slide can say so in its place.
  fileprivate mutating func remove(_ lost: Set<Reference>) {
    heading = heading.without(lost)
    elements = elements.map { $0.without(lost) }
    notes = notes.map { SpeakerNote($0.text.map { $0.without(lost) }, step: $0.step) }
  }
}

extension SlideElement {
  fileprivate func without(_ lost: Set<Reference>) -> SlideElement {
    switch content {
    case .block(let block): SlideElement(.block(block.without(lost)), step: step)
    case .inclusion: self
    case .columns(let columns):
      SlideElement(.columns(columns.map { $0.map { $0.without(lost) } }), step: step)
    }
  }
}

extension [Span] {
  fileprivate func without(_ lost: Set<Reference>) -> [Span] {
    map { span in
      guard case .record(let reference) = span.target, lost.contains(reference) else { return span }
      return Span(span.text, span.emphasis)
    }
  }
}

extension Block {
  fileprivate func without(_ lost: Set<Reference>) -> Block {
    switch self {
    case .paragraph(let spans): .paragraph(spans.without(lost))
    case .list(let start, let items):
      .list(start: start, items: items.map { $0.map { $0.without(lost) } })
    case .quote(let blocks): .quote(blocks.map { $0.without(lost) })
    case .table(let header, let rows, let alignments):
      .table(
        header: header.map { $0.without(lost) }, rows: rows.map { $0.map { $0.without(lost) } },
        alignments: alignments)
    case .code: self
    }
  }
}

extension Draft {
  /// Notes that a file exists and was not read, or only in part; naming its records is then no
  /// fault.
  mutating func markUnread(_ path: String) {
    unread.insert(path)
    log.isCause(path)
    guard let id = FileName(path).id else { return }
    if path.hasPrefix("chapters/") {
      unreadRecords[Named(what: RecordKind.chapter.rawValue, id: id)] = path
    } else if path.hasPrefix("recommendations/") {
      unreadRecords[Named(what: RecordKind.recommendation.rawValue, id: id)] = path
    }
  }

  /// Notes that a place names something that does not exist.
  mutating func miss(_ what: String, _ id: String, _ place: Place) {
    miss(Named(what: what, id: id), Misses.Mention(place: place))
  }

  /// Notes that a place has a reference that leads to no record.
  mutating func miss(_ reference: Reference, _ place: Place) {
    miss(target(of: reference), Misses.Mention(place: place, reference: reference))
  }

  private mutating func miss(_ target: Named, _ mention: Misses.Mention) {
    if log.isMuted(mention.place) { return }
    if let file = gap(of: target) {
      var gap = gaps[file] ?? Gap(first: mention.place)
      gap.count += 1
      let noun = Self.noun(target.what)
      if !gap.nouns.contains(noun) { gap.nouns.append(noun) }
      gaps[file] = gap
    } else if misses[target] != nil || misses.count < Misses.targetLimit {
      if misses[target] == nil { missed.append(target) }
      misses[target, default: Misses()].count += 1
      if misses[target, default: Misses()].first.count < Misses.limit {
        misses[target, default: Misses()].first.append(mention)
      }
    } else {
      log.error(
        mention.place, message(target, mention.reference), remedy: "name a record of this dossier")
    }
  }

  /// The record whose file is missing if a reference leads nowhere: a section or note of an unknown
  /// chapter is missing because its chapter is.
  private func target(of reference: Reference) -> Named {
    let separator: Character? =
      switch reference.kind {
      case .section: "#"
      case .note: "-"
      default: nil
      }
    if let separator, let end = reference.id.lastIndex(of: separator) {
      let chapter = Reference(.chapter, String(reference.id[..<end]))
      if !knows(chapter) { return Named(what: chapter.kind.rawValue, id: chapter.id) }
    }
    return Named(what: reference.kind.rawValue, id: reference.id)
  }

  /// The file that a target belongs in, if it is missing or was not read.
  private func gap(of target: Named) -> String? {
    if let path = unreadRecords[target] { return path }
    let path: String
    switch target.what {
    case "theme", "addressee", "assessor": path = "index.md"
    case "chapter": return dossier.chapters.isEmpty ? "chapters" : nil
    case "unit": path = "data/units.csv"
    case "source": path = "data/sources.csv"
    case "indicator": path = "data/indicators.csv"
    case "event": path = "data/events.csv"
    case "entity": path = "data/entities.csv"
    default: return nil
    }
    return unread.contains(path) || absent.contains(path) ? path : nil
  }

  private static func noun(_ what: String) -> String {
    switch what {
    case "entity": "entities"
    case "rec": "recommendations"
    default: what + "s"
    }
  }

  private func message(_ target: Named, _ reference: Reference?) -> String {
    reference.map { "\($0) leads to no record" } ?? "there is no \(target.what) \"\(target.id)\""
  }

  // MARK: Reports

  /// Reports the misses: a few places one by one, many in one line.
  private mutating func reportMisses() {
    var known: [String: [String]] = [:]
    func names(_ what: String) -> [String] {
      if let names = known[what] { return names }
      let names = ids(of: what)
      known[what] = names
      return names
    }
    for target in missed {
      guard let misses = misses[target] else { continue }
      let isLike = Spelling.nearest(to: target.id, in: names(target.what)) != nil
      // A name similar to another is a typing error, and each error has its own place.
      if misses.count <= (isLike ? Misses.limit : 1) {
        for mention in misses.first {
          let reference = mention.reference
          let ids = names(reference?.kind.rawValue ?? target.what)
          log.error(
            mention.place, message(target, reference),
            remedy: reference.map { remedy($0, ids) } ?? remedy(target.id, ids))
        }
      } else if let first = misses.first.first {
        let hasFile = target.what == "chapter" || target.what == "rec"
        let what = target.what == "rec" ? "recommendation" : target.what
        log.cause(
          first.place, "there is no \(what) \"\(target.id)\", which \(misses.count) places name",
          remedy: isLike || !hasFile
            ? remedy(target.id, names(target.what)) : "add its file to \(what)s/")
      }
    }
    for (file, gap) in gaps.sorted(by: { $0.key < $1.key }) { report(gap, of: file) }
  }

  private mutating func report(_ gap: Gap, of file: String) {
    let isOne = gap.count == 1
    let nouns = gap.nouns.sorted().joined(separator: " and ")
    let named =
      (isOne ? "1 mention of " : "\(gap.count) mentions of ") + nouns
      + (isOne ? " was" : " were") + " not checked"
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let first = "first in \(CleanText.line(gap.first.file)):\(gap.first.line)"
    log.isCause(file)
    if absent.contains(file) {
      log.cause(
        Place(file), "no such file, so \(named), \(first)",
        remedy: "add the table")
    } else {
      log.consequence(
        Place(file), "\(CleanText.line(name)) could not be read, so \(named)",
        remedy: "fix it first")
    }
  }

  private func ids(of what: String) -> [String] {
    switch what {
    case "theme": themes.sorted()
    case "addressee": addressees.sorted()
    case "assessor": dossier.followUp.assessors.map(\.id)
    case "unit": units.sorted()
    default: RecordKind(rawValue: what).map { ids($0) } ?? []
    }
  }

  private func remedy(_ reference: Reference, _ ids: [String]) -> String {
    Spelling.nearest(to: reference.id, in: ids)
      .map { "did you mean \(reference.kind.rawValue):\($0)?" } ?? "name a record of this dossier"
  }
}
