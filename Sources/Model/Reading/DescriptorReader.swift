import System
import Text

/// Checks `datapackage.json` against the tables, so that other tools can read the folder.
///
/// JSON is YAML in flow style, so libyaml reads it. What is JSON only by YAML's rules (a text
/// without quotes) is left to the tools that validate descriptors.
enum DescriptorReader {
  static let path = "datapackage.json"
  private static let sizeLimit = 1 << 20
  private static let depthLimit = 16

  /// Checks the descriptor; it is required only if there are tables to describe.
  ///
  /// - Parameter unread: The tables that could not be read, whose columns are unknown.
  static func check(_ tree: some FileTree, unread: Set<String>, log: inout DiagnosticLog) {
    do {
      let file = try tree.withBytes(of: path) { SourceFile(path: path, raw: $0, log: &log) }
      guard !file.bytes.isEmpty else { return }
      check(file, tree, unread, log: &log)
    } catch {
      if error != .missing {
        log.error(path, error)
      } else if DossierFiles.tables.contains(where: { isThere($0, in: tree) }) {
        log.warning(Place(path), error.message, remedy: "add one, for other tools to read")
      }
    }
  }

  private static func check(
    _ file: SourceFile, _ tree: some FileTree, _ unread: Set<String>, log: inout DiagnosticLog
  ) {
    guard file.bytes.count <= sizeLimit else {
      log.error(Place(path), "the descriptor is larger than 1 MiB", remedy: "shorten it")
      return
    }
    guard file.bytes.first(where: { !$0.isBlank }) == UInt8(ascii: "{") else {
      log.error(Place(path, 1, 1), "this is not a JSON object", remedy: "start with {")
      return
    }
    let root = YAMLNode.parse(
      file.bytes[...], file: path, firstLine: 1, depthLimit: depthLimit, log: &log)
    if (root["name"]?.text ?? "").isEmpty {
      log.error(root.place(path), "the descriptor has no name", remedy: "add \"name\"")
    }
    guard case .sequence(let resources)? = root["resources"]?.content else {
      log.error(
        root.place(path), "the descriptor has no resources", remedy: "add \"resources\": […]")
      return
    }
    var described: Set<String> = []
    for resource in resources {
      guard let table = resource["path"]?.text, !table.isEmpty else {
        log.error(resource.place(path), "a resource has no path", remedy: "add its \"path\"")
        continue
      }
      described.insert(table)
      if !unread.contains(table) { check(resource, table, tree, log: &log) }
    }
    for name in DossierFiles.tables where !described.contains(name) && isThere(name, in: tree) {
      log.error(
        root.place(path), "no resource describes \(name)", remedy: "add one with its schema")
    }
  }

  /// Whether a table can be read; if not, this is reported where it is read.
  private static func isThere(_ table: String, in tree: some FileTree) -> Bool {
    do {
      try tree.withBytes(of: table) { _ in }
      return true
    } catch {
      return false
    }
  }

  private static func check(
    _ resource: YAMLNode, _ table: String, _ tree: some FileTree, log: inout DiagnosticLog
  ) {
    let place = (resource["path"] ?? resource).place(path)
    let names = table.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard !names.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }),
      !table.utf8.contains(UInt8(ascii: ":")), !table.utf8.contains(UInt8(ascii: "\\"))
    else {
      log.error(place, "the path \"\(table)\" leaves the folder", remedy: "use a path inside it")
      return
    }
    let columns: [String]
    do {
      columns = try tree.withBytes(of: table) { raw in
        var parser = CSVParser(raw)
        guard parser.next() else { return [] }
        return parser.cells.indices.map { CleanText.line(parser.text($0)) }
      }
    } catch {
      log.error(place, "\(table): \(error.message)", remedy: "add the file or drop the resource")
      return
    }
    guard case .sequence(let fields)? = resource["schema"]?["fields"]?.content else {
      log.error(place, "\(table) has no schema", remedy: "add \"schema\": {\"fields\": […]}")
      return
    }
    let described = fields.map { $0["name"]?.text ?? "" }
    for (field, name) in zip(fields, described) where !columns.contains(name) {
      log.error(
        field.place(path), "\(table) has no column \"\(name)\"", remedy: "drop the field")
    }
    for name in columns where !described.contains(name) {
      log.error(
        place, "\(table) has a column \"\(name)\" that no field describes",
        remedy: "add the field")
    }
    if described.sorted() == columns.sorted(), described != columns {
      log.error(
        place, "the fields of \(table) are in a different order from its columns",
        remedy: "use the order \(columns.joined(separator: ", "))")
    }
  }
}

extension YAMLNode {
  /// The value of a key; nil if this is not a mapping or has no such key.
  fileprivate subscript(key: String) -> YAMLNode? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  fileprivate func place(_ file: String) -> Place { Place(file, line, column) }
}
