import Foundation
import TestSupport
import Testing

@testable import Reading
@testable import Records
@testable import Text

/// The built-in tables obey the rules that `datapackage.json` states, read as a validator does.
@Suite struct TableRulesTests {
  struct Package: Decodable {
    var resources: [Resource]
  }

  struct Resource: Decodable {
    var name: String
    var path: String
    var schema: Schema
  }

  struct Schema: Decodable {
    var fields: [Field]
    var primaryKey: OneOrMore?
    var foreignKeys: [ForeignKey]?
  }

  struct Field: Decodable {
    var name: String
    var type: String
    var constraints: Constraints?
  }

  struct Constraints: Decodable {
    var required: Bool?
    var unique: Bool?
    var pattern: String?
    var `enum`: [String]?
    var maxLength: Int?
  }

  struct ForeignKey: Decodable {
    var fields: OneOrMore
    var reference: Target
  }

  struct Target: Decodable {
    var resource: String
    var fields: OneOrMore
  }

  struct OneOrMore: Decodable {
    var names: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let name = try? container.decode(String.self) {
        names = [name]
      } else {
        names = try container.decode([String].self)
      }
    }
  }

  let folder: MemoryFolder
  let package: Package

  init() throws {
    folder = try MemoryFolder(copying: DiskFolder(Files.builtInDossier))
    package = try JSONDecoder().decode(
      Package.self, from: Data(folder.files["datapackage.json"] ?? []))
  }

  /// The rows of a table by column, without the heading.
  private func rows(_ path: String) -> [[String: String]] {
    (folder.files[path] ?? []).withUnsafeBufferPointer { bytes in
      var parser = CSVParser(bytes)
      guard parser.next() else { return [] }
      let names = parser.cells.indices.map { parser.text($0) }
      var rows: [[String: String]] = []
      while parser.next() {
        var row: [String: String] = [:]
        for (index, name) in names.enumerated() { row[name] = parser.text(index) }
        rows.append(row)
      }
      return rows
    }
  }

  @Test func everyTableIsDescribed() {
    let tables = folder.files.keys.filter { $0.hasSuffix(".csv") }.sorted()
    #expect(package.resources.map(\.path).sorted() == tables)
  }

  @Test func cellsObeyTheirConstraints() throws {
    for resource in package.resources {
      let rows = rows(resource.path)
      #expect(!rows.isEmpty)
      for field in resource.schema.fields {
        let pattern = try field.constraints?.pattern.map {
          // The standard's patterns are XML Schema's, which match whole values.
          try Regex($0)
        }
        var seen: Set<String> = []
        for (index, row) in rows.enumerated() {
          let value = row[field.name] ?? ""
          let place: Testing.Comment = "\(resource.path), row \(index + 1), \(field.name): \(value)"
          if value.isEmpty {
            #expect(field.constraints?.required != true, place)
            continue
          }
          if field.type == "number" { #expect(Double(value) != nil, place) }
          if field.type == "integer" { #expect(Int(value) != nil, place) }
          if let words = field.constraints?.enum { #expect(words.contains(value), place) }
          if let most = field.constraints?.maxLength { #expect(value.count <= most, place) }
          if let pattern { #expect(try pattern.wholeMatch(in: value) != nil, place) }
          if field.constraints?.unique == true { #expect(seen.insert(value).inserted, place) }
        }
      }
    }
  }

  @Test func keysAreUniqueAndLead() {
    for resource in package.resources {
      let rows = rows(resource.path)
      if let key = resource.schema.primaryKey?.names {
        var seen: Set<[String]> = []
        for row in rows {
          let value = key.map { row[$0] ?? "" }
          #expect(seen.insert(value).inserted, "\(resource.path): \(value)")
        }
      }
      for key in resource.schema.foreignKeys ?? [] {
        guard let target = package.resources.first(where: { $0.name == key.reference.resource })
        else {
          Issue.record("\(resource.name) leads to no resource \(key.reference.resource)")
          continue
        }
        let known = Set(
          self.rows(target.path).map { row in key.reference.fields.names.map { row[$0] } })
        for row in rows {
          let value = key.fields.names.map { row[$0] }
          if value.allSatisfy({ $0 == "" }) { continue }
          #expect(known.contains(value), "\(resource.path): \(value)")
        }
      }
    }
  }
}
