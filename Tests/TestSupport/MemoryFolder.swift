package import Reading
package import System

/// A dossier's folder in memory, for tests.
package struct MemoryFolder: FileTree {
  /// The files' bytes by their paths.
  package var files: [String: [UInt8]] = [:]
  /// The folder's name.
  package var name: String

  /// A folder with files of text.
  package init(_ files: [String: String] = [:], name: String = "") {
    self.files = files.mapValues { Array($0.utf8) }
    self.name = name
  }

  /// A copy of another folder.
  package init(copying tree: some FileTree) throws {
    name = tree.name
    for path in try tree.paths() { files[path] = try tree.withBytes(of: path) { Array($0) } }
  }

  /// The text of a file; nil removes it.
  package subscript(path: String) -> String? {
    get { files[path].map { String(decoding: $0, as: UTF8.self) } }
    set { files[path] = newValue.map { Array($0.utf8) } }
  }

  package func paths() throws(FileFault) -> [String] { files.keys.sorted() }

  package func withBytes<Result>(
    of path: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(FileFault) -> Result {
    guard let bytes = files[path] else { throw .missing }
    return bytes.withUnsafeBufferPointer(body)
  }
}

extension MemoryFolder {
  /// A small dossier without a fault, with at least two records of every kind.
  package static let small = MemoryFolder([
    "index.md": """
    ---
    id: rivers
    title: Rivers
    date: 2020
    addressees:
      north: The North
      south: The South
    themes:
      water: Water
      fish: Fish
    headlines: [indicator:flow]
    ---

    About rivers.

    """,
    "chapters/1-springs.md": """
    ---
    id: springs
    number: 1
    title: Springs
    ---

    > Springs matter.

    ## Where They Rise
    <!-- locator: L10-L20 -->

    They rise at [12 places](indicator:flow).[^1]

    ## How They Run

    Downhill.

    [^1]: A survey.

    """,
    "chapters/2-mouths.md": """
    ---
    id: mouths
    number: 2
    title: Mouths
    ---

    ## The Sea

    See [the springs](section:springs#where-they-rise).

    """,
    "recommendations/springs-1.md": """
    ---
    id: springs-1
    chapter: springs
    number: 1
    title: Measure
    addressees: [north, south]
    addressee-basis: stated
    themes: [water]
    evidence: [section:springs#how-they-run, indicator:flow, note:springs-1]
    related: [rec:springs-2]
    locator: L12 "measure them"
    ---

    Measure the springs.

    ## Why

    Nobody knows.

    """,
    "recommendations/springs-2.md": """
    ---
    id: springs-2
    chapter: springs
    number: 2
    title: Protect
    addressees: [south]
    addressee-basis: inferred
    addressee-reason: They own them.
    ---

    Protect the springs.

    """,
    "data/units.csv": "id,title,prefix,suffix,multiplier\nlitres,litres,,l,1\nfish,fish,,,1000\n",
    "data/sources.csv": """
    id,producer,title,date,url,licence,note
    survey,Survey Office,Survey,2019,,,
    census,Fish Office,Census,2018,,,

    """,
    "data/indicators.csv": """
    id,title,unit,chapter,kind,chart,better,source,locator,note,overlay
    flow,Flow,litres,springs,amount,line,up,survey,L11,,stock/Trout
    stock,Stock,litres,mouths,count,bars,none,census,,,

    """,
    "data/observations.csv": """
    indicator,series,period,value,qualifier,source,locator,note
    flow,,2018,10.5,about,,"L11 ""ten; or so"";L12",
    flow,,2019,12,,survey,,
    stock,Trout,2018,3,over;estimated,,,
    stock,Salmon,2018,4,,,,

    """,
    "data/events.csv": """
    id,date,title,chapter,theme,locator,mark
    flood,1990/1993,Flood,springs,water,L15,Flood
    dam,1970-05,Dam,,,,

    """,
    "data/entities.csv": """
    id,name,acronym,kind,description,aliases,locators
    office,Survey Office,SO,organisation,Measures.,Office;The Office,L1;L2
    delta,Delta,,place,,,

    """,
    "data/links.csv": """
    from,to,topic,note
    chapter:springs,chapter:mouths,Water,It flows.
    entity:office,source:survey,Survey,

    """,
  ])
}
