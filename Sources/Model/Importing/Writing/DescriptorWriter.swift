import Text

/// Writes `datapackage.json` for the tables of a new folder, so that other tools can read them.
struct DescriptorWriter {
  /// The dossier's id.
  let name: String
  /// Its title.
  let title: String
  /// The tables; the first line of each names its columns.
  let tables: [MadeFile]

  /// The columns that hold numbers.
  private static let numbers: Set = ["value", "multiplier"]

  /// The descriptor.
  var file: MadeFile {
    let descriptor: JSONObject = [
      "profile": "tabular-data-package", "name": name, "title": title,
      "resources": tables.map(resource),
    ]
    var writer = JSONWriter()
    descriptor.write(to: &writer)
    return MadeFile("datapackage.json", writer.text)
  }

  private func resource(_ table: MadeFile) -> JSONObject {
    Self.resource(
      table.path, columns: table.text.prefix { $0 != "\n" }.split(separator: ",").map(String.init))
  }

  /// How a table and its columns are described.
  static func resource(_ path: String, columns: [String]) -> JSONObject {
    let fields = columns.map { column -> JSONObject in
      ["name": column, "type": numbers.contains(column) ? "number" : "string"]
    }
    let stem = path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
    return [
      "name": String(stem), "path": path, "profile": "tabular-data-resource",
      "schema": ["fields": fields] as JSONObject,
    ]
  }
}
