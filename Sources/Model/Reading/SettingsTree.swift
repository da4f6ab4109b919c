import Text

/// The fields of a settings file with their places: YAML, read as carefully as a dossier.
///
/// Control characters are replaced, aliases and deep nesting are refused, and scalars stay text.
/// The caller decides what the fields mean.
package struct SettingsTree: Sendable {
  /// A text with its place.
  package struct Item: Hashable, Sendable {
    /// The text, free of control characters.
    package var text: String
    /// The line, counted from 1.
    package var line: Int
    /// The column, counted from 1.
    package var column: Int
  }

  /// The content of a field.
  package enum Value: Sendable {
    /// One text; empty if the field has no content.
    case text(Item)
    /// Several texts.
    case list([Item])
    /// Nested fields.
    case fields([Field])
  }

  /// A field with its place.
  package struct Field: Sendable {
    /// Its name, with its place.
    package var key: Item
    /// Its content.
    package var value: Value
  }

  /// The fields in the order of the file; a repeated field is repeated here.
  package private(set) var fields: [Field] = []
  /// The faults found so far.
  package private(set) var diagnostics: [Diagnostic] = []

  /// The most bytes of a file: libyaml compares every directive with every other.
  package static let limit = 64 << 10
  private static let depthLimit = 5

  /// Reads the bytes of a file; a file that is too large is not read at all.
  ///
  /// - Parameter file: The name of the file in diagnostics.
  package init(_ bytes: [UInt8], file: String) {
    guard !bytes.isEmpty else { return }
    guard bytes.count <= Self.limit else {
      diagnostics = [Self.tooLarge(file)]
      return
    }
    var log = DiagnosticLog()
    defer { diagnostics = log.sorted }
    let source = bytes.withUnsafeBufferPointer { SourceFile(path: file, raw: $0, log: &log) }
    let root = YAMLNode.parse(
      source.bytes[...], file: file, firstLine: 1, depthLimit: Self.depthLimit, log: &log)
    switch root.content {
    case .mapping(let pairs): fields = pairs.map { Self.field($0, file, &log) }
    case .scalar(""): break
    default:
      log.error(
        Place(file, root.line, root.column), "these are not settings", remedy: "name: value")
    }
  }

  /// The fault of a file that is too large.
  ///
  /// - Parameter file: The name of the file in diagnostics.
  package static func tooLarge(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, file: file, "the file has more than \(limit >> 10) KiB and was not read",
      remedy: "keep settings alone in it")
  }

  private static func field(
    _ pair: YAMLNode.Pair, _ file: String, _ log: inout DiagnosticLog
  ) -> Field {
    let key = Item(text: pair.key, line: pair.line, column: pair.column)
    let node = pair.value
    switch node.content {
    case .scalar(let text): return Field(key: key, value: .text(item(node, text.trimmed)))
    case .mapping(let pairs):
      return Field(key: key, value: .fields(pairs.map { field($0, file, &log) }))
    case .sequence(let nodes):
      let items = nodes.compactMap { node in
        if let text = node.text { return item(node, text.trimmed) }
        log.error(
          Place(file, node.line, node.column), "an item of \(pair.key) is not text",
          remedy: "write \(pair.key): [one, two]")
        return nil
      }
      return Field(key: key, value: .list(items))
    }
  }

  private static func item(_ node: YAMLNode, _ text: String) -> Item {
    Item(text: text, line: node.line, column: node.column)
  }
}
