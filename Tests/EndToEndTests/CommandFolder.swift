import Glibc

/// A folder for one test, removed when the value goes away.
final class CommandFolder {
  /// Its path.
  let path: String
  private let isTemporary: Bool

  /// An empty folder, or one with files.
  init(_ files: [String: String] = [:]) throws {
    var template = Array("/tmp/dossier-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CommandFault() }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    isTemporary = true
    for (name, content) in files { try write(name, content) }
  }

  /// A folder that is there already and stays.
  init(at path: String) {
    self.path = path
    isTemporary = false
  }

  /// Writes a file, making the folders before it.
  func write(_ name: String, _ content: String) throws {
    try write(name, bytes: Array(content.utf8))
  }

  /// Writes a file of bytes, making the folders before it.
  func write(_ name: String, bytes: [UInt8]) throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
    guard let file = fopen("\(path)/\(name)", "w") else { throw CommandFault() }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw CommandFault() }
  }

  /// A file's content; nil when it cannot be read.
  func read(_ name: String) -> String? {
    guard let file = fopen("\(path)/\(name)", "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  deinit { if isTemporary { Self.remove(path) } }

  private static func remove(_ path: String) {
    if let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { remove("\(path)/\(name)") }
      }
      closedir(stream)
    }
    Glibc.remove(path)
  }
}

extension CommandFolder {
  /// A small dossier with one chapter, one recommendation and one indicator.
  static func sample(title: String = "A Small Report") throws -> CommandFolder {
    try CommandFolder([
      "index.md": """
      ---
      id: small
      title: "\(title)"
      addressees:
        town: The town
      themes:
        water: Water
      headlines: [indicator:wells]
      ---

      What it is.

      """,
      "chapters/1-water.md": """
      ---
      id: water
      number: 1
      title: Water
      summary: Wells run dry.
      ---

      > Wells run dry.

      ## Wells

      There are [12](indicator:wells) wells.

      """,
      "recommendations/water-1.md": """
      ---
      id: water-1
      chapter: water
      number: 1
      title: Dig a well
      addressees: [town]
      addressee-basis: stated
      themes: [water]
      ---

      Dig another well.

      """,
      "data/events.csv":
        "id,date,title,chapter,theme,locator,mark\ndrought,2011,The drought,water,water,,\n",
      "data/entities.csv":
        "id,name,acronym,kind,description,aliases,locators\n"
        + "council,Town Council,TC,organisation,It decides.,,\n",
      "data/links.csv":
        "from,to,topic,note\nrec:water-1,indicator:wells,wells,What it would add to.\n",
      "data/units.csv": "id,title,prefix,suffix,multiplier\nwell,wells,,,1\n",
      "data/sources.csv":
        "id,producer,title,date,url,licence,note\nreport,The town,Small Report,2013,,,\n",
      "data/indicators.csv":
        "id,title,unit,chapter,kind,chart,better,source,locator,note\n"
        + "wells,Wells in the town,well,water,count,line,up,report,,\n",
      "data/observations.csv":
        "indicator,series,period,value,qualifier,source,locator,note\n"
        + "wells,,2010,8,,,,\nwells,,2011,10,about,,,\nwells,,2012,12,,,,\n",
    ])
  }
}
