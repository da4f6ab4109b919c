import Reading
import Text

/// A data set of JSON-stat, version 1 or 2: values in a row, and the dimensions that they are
/// counted through.
struct JSONStat {
  private let set: JSONNode
  private let dimensions: [Dimension]
  private let origins: TableFile.Origin

  private struct Dimension {
    var id: String
    var title: String
    var categories: [String]
    var isTime: Bool
  }

  /// The most values that a data set may have.
  private static let limit = 5_000_000

  /// Finds the first data set of a file; nil if there is none.
  init?(_ json: JSONNode) {
    guard let set = Self.set(json) else { return nil }
    self.set = set
    let parts = set["dimension"]
    // Version 1 has ids, sizes and roles among the dimensions.
    let ids = (set["id"] ?? parts?["id"])?.items.compactMap(\.text) ?? []
    let times = (set["role"] ?? parts?["role"])?["time"]?.items.compactMap(\.text) ?? []
    let sizes = (set["size"] ?? parts?["size"])?.items.compactMap { $0.text.flatMap { Int($0) } }
    guard let parts, let sizes, !ids.isEmpty, ids.count == sizes.count else { return nil }
    dimensions = zip(ids, sizes).map { id, size in
      let part = parts[id]
      return Dimension(
        id: id, title: part?["label"]?.text ?? id,
        categories: Self.categories(part?["category"], size),
        isTime: times.contains(id) || times.isEmpty && ["time", "year"].contains(id.lowercased()))
    }
    var origin = TableFile.Origin()
    origin.title = set["label"]?.text
    origin.source = set["source"]?.text
    origin.date = set["updated"]?.text.map { String($0.prefix(10)) }
    let units = parts.fields.compactMap { $0.value["category"]?["unit"] }
      .flatMap { $0.fields.compactMap { $0.value["label"]?.text ?? $0.value["symbol"]?.text } }
    if Set(units).count == 1 { origin.unit = units.first }
    origins = origin
  }

  /// What the file says of the table.
  var origin: TableFile.Origin { origins }

  private static func set(_ json: JSONNode) -> JSONNode? {
    if json["value"] != nil, json["dimension"] != nil { return json }
    // A collection or bundle: the first data set that has its values with it.
    let candidates = json.fields.map(\.value) + (json["link"]?["item"]?.items ?? [])
    return candidates.first { $0["value"] != nil && $0["dimension"] != nil }
  }

  /// The labels of a dimension's categories in the order of their index.
  private static func categories(_ category: JSONNode?, _ size: Int) -> [String] {
    let labels = category?["label"]
    var ids: [String] = []
    switch category?["index"] {
    case .list(let items)?: ids = items.compactMap(\.text)
    case .object(let fields)?:
      let places = fields.map { (id: $0.name, place: $0.value.text.flatMap { Int($0) } ?? 0) }
      ids = places.sorted { $0.place < $1.place }.map(\.id)
    default: ids = labels?.fields.map(\.name) ?? []
    }
    var names = ids.prefix(max(0, size)).map { labels?[$0]?.text ?? $0 }
    while names.count < size, names.count < limit { names.append("\(names.count + 1)") }
    return names
  }

  /// The table: a heading, and a row for each value.
  ///
  /// - Throws: `DataFault` for values that do not fit the dimensions.
  func rows() throws(DataFault) -> [[String]] {
    var count = 1
    for dimension in dimensions {
      count = count.multipliedReportingOverflow(by: dimension.categories.count).partialValue
      guard count > 0, count <= Self.limit else {
        throw DataFault("has more values than dossier reads, or a dimension without categories")
      }
    }
    let values = Self.cells(set["value"], count)
    let states = set["status"].map { Self.cells($0, count) }
    guard values.contains(where: { !$0.isEmpty }) else { throw DataFault("has no values") }
    var heading = dimensions.map { $0.isTime ? "TIME_PERIOD" : $0.title } + ["OBS_VALUE"]
    if states != nil { heading.append("OBS_STATUS") }
    var rows = [heading]
    rows.reserveCapacity(count + 1)
    var places = [Int](repeating: 0, count: dimensions.count)
    for index in 0..<count {
      var row = zip(dimensions, places).map { $0.categories[$1] }
      row.append(values[index])
      if let states { row.append(states[index]) }
      rows.append(row)
      for dimension in dimensions.indices.reversed() {
        places[dimension] += 1
        if places[dimension] < dimensions[dimension].categories.count { break }
        places[dimension] = 0
      }
    }
    return rows
  }

  /// The cells of an array, or of an object by their places; a text is the same for all.
  private static func cells(_ node: JSONNode?, _ count: Int) -> [String] {
    var cells = [String](repeating: "", count: count)
    switch node {
    case .list(let items)?:
      for (index, item) in items.prefix(count).enumerated() { cells[index] = item.text ?? "" }
    case .object(let fields)?:
      for field in fields {
        guard let place = Int(field.name), cells.indices.contains(place) else { continue }
        cells[place] = field.value.text ?? ""
      }
    case .text(let text)?: cells = [String](repeating: text, count: count)
    case nil: break
    }
    return cells
  }
}
