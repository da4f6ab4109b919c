import Canvas
import Charts
import Query
import Records

extension HandoutPage {
  /// An indicator with its chart, its source, its note and its values.
  ///
  /// - Parameter level: The heading's level; nil leaves it to the caption.
  mutating func figure(_ indicator: Indicator, level: Int) -> HTMLNode {
    var nodes = [Self.heading(level, [.text(indicator.titleLine)])]
    guard let chart = Chart(indicator: indicator, dossier: catalogue.dossier) else {
      nodes.append(.element("p", [.text(ValueFormat.missing)]))
      return .element("article", anchor(indicator.reference) + [.named("chart")], nodes)
    }
    var figure = chart.kind == .number ? number(indicator) : picture(chart)
    // In a figure, word processors would take the source for what the picture shows.
    if medium == .office {
      nodes += figure + [.element("p", source(indicator))]
    } else {
      figure.append(.element("figcaption", [.element("p", source(indicator))]))
      nodes.append(.element("figure", figure))
    }
    if !indicator.note.isEmpty {
      nodes.append(.element("p", [.named("remark")], [.text(indicator.note)]))
    }
    nodes += Self.fact("Standing", catalogue.standing(of: indicator))
    let isReports = catalogue.provenance(of: indicator) == .report
    nodes += Self.place(
      indicator.locators, label: isReports ? "In the report" : "The report refers to it")
    nodes += values(indicator, chart)
    let accent = catalogue.chapter(indicator.chapter)?.number ?? 0
    return .element(
      "article", anchor(indicator.reference) + [.named("chart", accent: accent)], nodes)
  }

  /// The one value of an indicator, large.
  private func number(_ indicator: Indicator) -> [HTMLNode] {
    let measure = catalogue.measureLine(of: indicator)
    return (measure.isEmpty ? [] : [.element("p", [.text(measure)])])
      + [.element("p", [.named("number")], [.text(catalogue.keyValues(of: indicator))])]
  }

  /// The picture in two widths, of which the style shows the one that fits.
  private mutating func picture(_ chart: Chart) -> [HTMLNode] {
    var chart = chart
    chart.parts = [.subtitle, .events]
    let wide = Self.scene(chart, width: 72, rows: 17)
    if medium != .browser { return [beside(wide)] }
    let narrow = Self.scene(chart, width: 40, rows: 15)
    pictures += 2
    return [
      .element("div", [.named("wide")], [.picture(wide, number: pictures - 1)]),
      .element("div", [.named("narrow")], [.picture(narrow, number: pictures)]),
    ]
  }

  /// A picture as a file beside the page.
  ///
  /// - Parameter text: What it shows; the sentence on the chart by default.
  private mutating func beside(_ scene: ChartScene, text: String? = nil) -> HTMLNode {
    let name = "picture-\(files.count + 1)"
    files.append((name, scene.svg(colours: .paper)))
    let image = HTMLNode.element(
      "img",
      [
        .picture(name + (medium == .paper ? ".svg" : ".png")),
        .alternative(text ?? scene.chart.summary),
      ], [])
    return .element("p", [.named("picture")], [image])
  }

  /// An indicator on a slide of a presentation program: its picture with its source.
  mutating func slidePicture(_ indicator: Indicator) -> [HTMLNode] {
    guard var chart = Chart(indicator: indicator, dossier: catalogue.dossier) else {
      return [.element("p", [.text("\(indicator.title): \(ValueFormat.missing)")])]
    }
    guard chart.kind != .number else { return number(indicator) }
    // Presentation programs print the alternative text below the picture, as its title.
    let title = chart.title
    chart.parts = [.subtitle, .source, .events]
    return [beside(Self.scene(chart, width: 64, rows: 20), text: title)]
  }

  /// A picture with as many rows as its bars and their names need, otherwise as many as given.
  private static func scene(_ chart: Chart, width: Int, rows: Int) -> ChartScene {
    let count = chart.series.reduce(0) { $0 + $1.observations.count }
    guard chart.kind == .bars || chart.kind == .share, count <= 40 else {
      return ChartScene(chart, size: Size(width: width, height: rows))
    }
    var height = max(count + (chart.kind == .share ? 4 : 2), 4)
    var scene = ChartScene(chart, size: Size(width: width, height: height))
    // Names of several lines would leave some bars without room.
    while height < count * 4 + 4, scene.labels.contains(where: { $0.text.hasSuffix(" more") }) {
      height += 1
      scene = ChartScene(chart, size: Size(width: width, height: height))
    }
    return scene
  }

  /// Who produced an indicator's values; if there are several sources, each with what it provides.
  package func source(_ indicator: Indicator) -> [HTMLNode] {
    let shares = indicator.sourceShares
    var parts: [HTMLNode] = []
    for share in shares where !share.source.isEmpty {
      let reference = Reference(.source, share.source)
      if !parts.isEmpty { parts.append("; ") }
      if share.isComputed { parts.append(.text(share.standing)) }
      parts += catalogue[reference] == nil ? [.text(share.source)] : link(to: reference)
      if shares.count > 1, !share.title.isEmpty { parts.append(.text(" (\(share.title))")) }
    }
    return parts.isEmpty ? [] : ["Source: "] + parts
  }

  /// The values, folded: those of the picture, or each with its own place, note and source.
  private func values(_ indicator: Indicator, _ chart: Chart) -> [HTMLNode] {
    let hasMore = indicator.series.lazy.flatMap(\.observations).contains {
      !$0.locators.isEmpty || !$0.note.isEmpty || $0.isComputed
    }
    guard chart.kind != .number || hasMore else { return [] }
    let cells: [[String]]
    if hasMore {
      cells = Self.observations(indicator, chart.unit)
    } else {
      cells = chart.rows
    }
    guard let heading = cells.first else { return [] }
    let rows = cells.dropFirst().map { row in
      (attributes: [HTMLAttribute](), cells: row.map { [HTMLNode.text($0)] })
    }
    let table = Self.table("values", heading: heading.map { [.text($0)] }, rows: rows)
    let name = HTMLNode.element(
      "summary",
      ["Values", .element("span", [.named("hidden")], [.text(" of \(indicator.title)")])])
    return [.element("details", [name, table])]
  }

  /// Every value with its details; empty columns are left out.
  private static func observations(_ indicator: Indicator, _ unit: Unit) -> [[String]] {
    let format = ValueFormat(unit)
    let heading = ["Series", "Period", "Value", "Computed from", "In the report", "Note"]
    var rows: [[String]] = []
    for series in indicator.series {
      for observation in series.observations {
        rows.append([
          series.name, observation.period?.title ?? "",
          observation.value == nil ? ValueFormat.missing : format.text(observation),
          observation.derivation?.title ?? "", Locator.places(observation.locators),
          observation.note,
        ])
      }
    }
    let used = heading.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    return ([heading] + rows).map { row in used.map { row[$0] } }
  }
}
