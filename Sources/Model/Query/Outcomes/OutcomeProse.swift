package import Records

extension Outcome {
  /// What is said first: status and extent, by whom and when, and the remarks.
  ///
  /// `Partly implemented, limited (Washington Office on Latin America, Jul 2016; disputed)`.
  package func summary(in catalogue: Catalogue) -> String {
    guard let headline else {
      return ([AssessmentStatus.notAssessed.title] + remarks).joined(separator: "; ")
    }
    let by = "\(catalogue.dossier.followUp.assessor(headline.assessor)), \(headline.date.title)"
    return "\(headline.title) (\(([by] + remarks).joined(separator: "; ")))"
  }

  /// The outcome as prose: each judgement with its evidence and sources, then responses and dates.
  ///
  /// Empty if nobody has said anything.
  package func blocks(in catalogue: Catalogue) -> [Block] {
    guard !judgements.isEmpty || !responses.isEmpty || !deadlines.isEmpty else { return [] }
    let followUp = catalogue.dossier.followUp
    var items: [[Block]] = judgements.map { [.paragraph($0.spans(in: catalogue))] }
    items += responses.map { row in
      let statement = row.statement.isEmpty ? "" : ": \(row.statement)"
      return [
        .paragraph(
          [
            Span(
              "\(catalogue.addressee(row.addressee)), \(row.date.title): "
                + "\(row.position.title)\(statement)")
          ] + Self.sources(row.sources, in: catalogue))
      ]
    }
    items += deadlines.map { row in
      let what = row.what.isEmpty ? "" : " (\(row.what))"
      let who = row.addressee.isEmpty ? "" : "\(catalogue.addressee(row.addressee)): "
      let setter =
        ["report", "addressee", "law"].contains(row.setBy)
        ? row.setBy : followUp.assessor(row.setBy)
      return [
        .paragraph(
          [Span("\(who)due \(row.due.title)\(what), set by \(setter) in \(row.date.title)")]
            + Self.sources(row.sources, in: catalogue))
      ]
    }
    return [
      .paragraph([Span("By \(day.title): \(summary(in: catalogue)).")]),
      .list(start: nil, items: items),
    ]
  }

  fileprivate static func sources(_ mentions: [SourceMention], in catalogue: Catalogue) -> [Span] {
    guard !mentions.isEmpty else { return [] }
    var spans = [Span(" Source: ")]
    for (index, mention) in mentions.enumerated() {
      if index > 0 { spans.append(Span("; ")) }
      let reference = Reference(.source, mention.source)
      let source = catalogue.source(mention.source)
      let title = source.map { "\($0.producer)\($0.date.isEmpty ? "" : ", \($0.date)")" }
      spans.append(Span(title ?? mention.source, target: .record(reference)))
      if !mention.place.isEmpty { spans.append(Span(", \(mention.place)")) }
    }
    return spans + [Span(".")]
  }
}

extension Assessment {
  /// The judgement with its evidence, note and sources.
  package func spans(in catalogue: Catalogue) -> [Span] {
    let assessor = catalogue.dossier.followUp.assessor(assessor)
    var spans = [
      Span("\(assessor), \(date.title): \(title)", .strong), Span(detail(in: catalogue)),
    ]
    if !evidence.isEmpty { spans.append(Span(" \(evidence)")) }
    if !note.isEmpty { spans.append(Span(" \(note)", .stressed)) }
    return spans + Outcome.sources(sources, in: catalogue)
  }

  /// What is judged and since when: `, for Mexico, since Jul 2016.`.
  fileprivate func detail(in catalogue: Catalogue) -> String {
    var parts: [String] = []
    if let part { parts.append("part \(part)") }
    if !addressee.isEmpty { parts.append("for \(catalogue.addressee(addressee))") }
    if let since { parts.append("since \(since.title)") }
    if let confidence { parts.append("confidence \(confidence.rawValue)") }
    return parts.isEmpty ? "." : ", " + parts.joined(separator: ", ") + "."
  }
}
