internal import Model

extension ChartGroups {
  /// The texts at the bars of each category, one for each series; of stacks one for the sum.
  ///
  /// Values that were not measured have a sign before them; `parts` are left out if they are the
  /// whole sum.
  func texts(_ chart: Chart, isStacked: Bool) -> [[String]] {
    let format = ValueFormat(chart.unit)
    return values.indices.map { place in
      let row = values[place]
      guard row.contains(where: { $0 != nil }) else {
        return [Chart.noData] + (isStacked ? [] : row.dropFirst().map { _ in "" })
      }
      if !isStacked {
        return row.indices.map { series in
          guard let value = row[series] else { return chart.categories.isEmpty ? "" : Chart.noData }
          let qualifiers = qualifiers[place][series]
          return sign(qualifiers, chart.glyphs) + ValueFormat.sign(qualifiers)
            + format.text(value, decimals: chart.decimals)
        }
      }
      let sum = sums[place].above + sums[place].below
      let all = row.indices.filter { row[$0] != nil }.reduce(into: Qualifiers()) {
        $0.formUnion(qualifiers[place][$1])
      }
      // A sum with a missing part says so.
      let isPartial = row.contains { $0 == nil }
      return [
        sign(all, chart.glyphs) + ValueFormat.sign(all)
          + format.text(sum, decimals: chart.decimals) + (isPartial ? " + ?" : "")
      ]
    }
  }

  /// The parts of each sum in its magnitude, `334 + 505.5`; empty for a sum of one part.
  func parts(_ chart: Chart) -> [String] {
    values.indices.map { place in
      let sum = sums[place].above + sums[place].below
      let scale = ValueScale(CollectionOfOne(sum), unit: chart.unit, decimals: chart.decimals)
      guard values[place].count(where: { $0 != nil }) > 1 else { return "" }
      let texts = values[place].map { value in
        value.map { DecimalText.trimmed(scale.text($0)) } ?? "?"
      }
      return texts.joined(separator: " + ").replacingMinus
    }
  }

  private func sign(_ qualifiers: Qualifiers, _ glyphs: GlyphSet) -> String {
    if qualifiers.isForward { return "\(glyphs.hollowDot) " }
    return qualifiers.contains(.estimated) ? "\(glyphs.sign(.estimated)) " : ""
  }

  /// What the signs at the values mean; empty without any.
  func notes(_ glyphs: GlyphSet) -> String {
    var notes: [String] = []
    let shown = zip(values, qualifiers).flatMap { row, marks in
      zip(row, marks).compactMap { $0 == nil ? nil : $1 }
    }
    if shown.contains(where: \.isForward) {
      notes.append("\(glyphs.hollowDot) expected or projected")
    }
    if shown.contains(where: { !$0.isForward && $0.contains(.estimated) }) {
      notes.append("\(glyphs.sign(.estimated)) estimated")
    }
    return notes.joined(separator: "   ")
  }
}

extension String {
  /// A sum whose negative parts are taken away: `5 − 3`.
  fileprivate var replacingMinus: String {
    var result = ""
    for part in split(separator: " + ", omittingEmptySubsequences: false) {
      if result.isEmpty {
        result = String(part)
      } else {
        result += part.hasPrefix("−") ? " − \(part.dropFirst())" : " + \(part)"
      }
    }
    return result
  }
}

extension ChartScene {
  /// Says below a picture of groups what the signs at its values mean.
  ///
  /// - Returns: The rest of the rectangle.
  mutating func addSigns(_ groups: ChartGroups, _ body: Rect) -> Rect {
    let note = groups.notes(glyphs)
    guard !note.isEmpty else { return body }
    guard body.height >= 8, note.columns <= body.width else {
      omit(.note, note)
      return body
    }
    add(.note, note, body.x, body.bottom - 1, .faint)
    return body.splitRows(top: body.height - (body.height >= 12 ? 2 : 1)).top
  }
}
