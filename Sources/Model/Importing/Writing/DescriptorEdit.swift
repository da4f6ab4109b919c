import Reading
import Text

/// Adds tables to a folder's `datapackage.json`, while every other byte stays as it is.
package enum DescriptorEdit {
  /// The descriptor with the tables that it does not describe yet.
  ///
  /// - Parameter tables: Their paths, and the names of their columns.
  /// - Returns: nil if all are described, or if the file is not such a descriptor.
  package static func adding(
    _ tables: [(path: String, columns: [String])], to bytes: [UInt8]
  ) -> (bytes: [UInt8], added: [String])? {
    guard let resources = JSONNode(bytes)?["resources"], let end = endOfResources(bytes) else {
      return nil
    }
    let described = resources.items.compactMap { $0["path"]?.text }
    let missing = tables.filter { !described.contains($0.path) }
    guard !missing.isEmpty else { return nil }
    var text = ""
    for (index, table) in missing.enumerated() {
      var writer = JSONWriter()
      DescriptorWriter.resource(table.path, columns: table.columns).write(to: &writer)
      if index > 0 || !resources.items.isEmpty { text += "," }
      let lines = writer.text.trimmed.split(separator: "\n", omittingEmptySubsequences: false)
      text += "\n    " + lines.joined(separator: "\n    ")
    }
    // Behind the last resource, before the white space that precedes the bracket.
    var place = end
    while place > 0, bytes[place - 1].isBlank { place -= 1 }
    let rest = place == end ? "\n  " : ""
    return (
      bytes[..<place] + Array((text + rest).utf8) + bytes[place...], missing.map(\.path)
    )
  }

  /// Where the bracket is that ends the list of resources; nil if there is none.
  private static func endOfResources(_ bytes: [UInt8]) -> Int? {
    var depth = 0
    var name: ArraySlice<UInt8> = []
    var isResources = false
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        if depth == 1 { name = bytes[min(start, bytes.count)..<min(index, bytes.count)] }
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "["):
        if depth == 1, name.elementsEqual("resources".utf8) { isResources = true }
        depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 1, isResources { return index }
      default: break
      }
      index += 1
    }
    return nil
  }
}
