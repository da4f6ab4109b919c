import Glibc
import Handout
import System
import Text

/// Formats that other programs make from pages of ours: PDF, DOCX, PPTX, and PNG from a picture.
enum Conversion: String {
  case pdf, docx, pptx, png

  /// What the formats are called on the command line.
  static let documents = ["pdf", "docx", "pptx"]

  /// The program that makes the format, and the package of Debian and Ubuntu that has it.
  private var program: (name: String, package: String) {
    switch self {
    case .pdf: ("weasyprint", "weasyprint")
    case .docx, .pptx: ("pandoc", "pandoc")
    case .png: Self.painter
    }
  }

  /// What its pages are made for.
  var medium: HandoutMedium { self == .pdf ? .paper : .office }

  private static let painter = (name: "rsvg-convert", package: "librsvg2-bin")

  /// A page in this format.
  func bytes(of page: PaperPage) throws(Failure) -> [UInt8] {
    let folder = try Folder()
    defer { folder.remove() }
    try folder.write(page.html, to: "page.html")
    for picture in page.pictures {
      try folder.write(picture.svg, to: picture.name + ".svg")
      // Word processors draw pictures of dots everywhere, and others not.
      if self != .pdf { try paint(picture.name, in: folder) }
    }
    switch self {
    case .pdf: try run([folder["page.html"], folder["result"]], in: folder)
    case .docx, .pptx:
      try run(
        [
          "--from=html", "--to=\(rawValue)", "--slide-level=2", "--output=\(folder["result"])",
          "--resource-path=\(folder.path)", folder["page.html"],
        ],
        in: folder)
    case .png: break
    }
    return try folder.read("result")
  }

  /// A picture as PNG, twice as large as its cells, for paper and large screens.
  static func png(_ svg: String) throws(Failure) -> [UInt8] {
    let folder = try Folder()
    defer { folder.remove() }
    try folder.write(svg, to: "picture.svg")
    try Conversion.png.paint("picture", in: folder)
    return try folder.read("picture.png")
  }

  private func paint(_ name: String, in folder: Folder) throws(Failure) {
    try run(
      Self.painter,
      ["--zoom=2", "--output=\(folder[name + ".png"])", folder[name + ".svg"]], in: folder)
  }

  private func run(_ arguments: [String], in folder: Folder) throws(Failure) {
    try run(program, arguments, in: folder)
  }

  private func run(
    _ program: (name: String, package: String), _ arguments: [String], in folder: Folder
  ) throws(Failure) {
    guard let found = ExternalProgram(program.name) else {
      throw .failed(
        "\(rawValue) is made by \(program.name), which is not installed; "
          + "'apt-get install \(program.package)' installs it")
    }
    let result: ExternalProgram.Result
    do {
      result = try found.run(arguments, seconds: Self.patience)
    } catch {
      switch error {
      case .system(let error):
        throw .failed("\(program.name) cannot be run: \(error.reason)")
      case .slow: throw .failed("\(program.name) took more than \(Self.patience) s and was stopped")
      case .long: throw .failed("\(program.name) wrote too much and was stopped")
      }
    }
    guard result.status == 0 else {
      let words =
        String(decoding: result.errors, as: UTF8.self)
        .split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
      throw .failed(CleanText.line("\(program.name) failed: \(words)"))
    }
  }

  /// How many seconds a program may take: a long report on a slow machine takes a minute.
  private static let patience = 600

  /// A folder for the files of one conversion, which nobody else can read.
  private struct Folder {
    let path: String

    /// The most bytes of a result.
    private static let limit = 256 << 20

    init() throws(Failure) {
      let base = getenv("TMPDIR").map { String(cString: $0) } ?? ""
      var template = Array(((base.isEmpty ? "/tmp" : base) + "/dossier-XXXXXX").utf8CString)
      guard mkdtemp(&template) != nil else {
        throw .failed("no temporary folder can be made: \(SystemError.last.reason)")
      }
      path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The path of a file in it.
    subscript(name: String) -> String { "\(path)/\(name)" }

    func write(_ text: String, to name: String) throws(Failure) {
      do {
        try WholeFile.create("\(path)/\(name)", Array(text.utf8), mode: 0o600)
      } catch {
        throw .failed("cannot write '\(path)/\(name)': \(error.reason)")
      }
    }

    func read(_ name: String) throws(Failure) -> [UInt8] {
      do {
        return try WholeFile.bytes(at: "\(path)/\(name)", limit: Self.limit)
      } catch {
        throw .failed("the result cannot be read: \(error.message)")
      }
    }

    /// Removes the files and the folder; what cannot be removed stays for the system to tidy up.
    func remove() {
      guard let folder = opendir(path) else { return }
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { unlink("\(path)/\(name)") }
      }
      closedir(folder)
      rmdir(path)
    }
  }
}
