package import Records

/// Whether the report states an indicator's values, or the dossier took them from elsewhere.
package enum Provenance: Hashable, Sendable {
  /// The report states some of them.
  case report
  /// Official figures that stand in for something that the report refers to and has lost.
  case restored
  /// Official figures that the report does not refer to.
  case added
}

extension Catalogue {
  /// Whether the report states an indicator's values; without values it does.
  package func provenance(of indicator: Indicator) -> Provenance {
    let isReports = indicator.sourceShares.contains { share in
      source(share.source).map(isReport) ?? true
    }
    guard !isReports else { return .report }
    return indicator.locators.isEmpty ? .added : .restored
  }

  /// What is said of values that are not the report's: `Added to this dossier, not in the report,
  /// from U.S. Census Bureau (https://…, 2023)`; empty for the report's own.
  ///
  /// Each publisher has the address and the date of the copy.
  package func standing(of indicator: Indicator) -> String {
    let lead: String
    switch provenance(of: indicator) {
    case .report: return ""
    case .restored: lead = "Restored in this dossier, lost in the report"
    case .added: lead = "Added to this dossier, not in the report"
    }
    var copies: [String] = []
    for share in indicator.sourceShares {
      guard let source = source(share.source) else { continue }
      let details = [source.url, source.date].filter { !$0.isEmpty }.joined(separator: ", ")
      let copy = source.producer + (details.isEmpty ? "" : " (\(details))")
      if !copies.contains(copy) { copies.append(copy) }
    }
    return copies.isEmpty ? lead : "\(lead), from \(copies.joined(separator: "; "))"
  }

  /// What precedes a record's places in the original: it does not state what the dossier restored.
  package func placeLabel(of record: Record) -> String {
    guard case .indicator(let indicator) = record, provenance(of: indicator) != .report else {
      return "In the original"
    }
    return "The original refers to it"
  }
}
