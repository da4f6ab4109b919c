package import System

/// Reads a published report in whatever form it comes.
///
/// Word files, OpenDocument, web pages and PDFs are taken apart by other programs, which are given
/// the file's bytes and write text; nothing that they could be told to fetch or to write is on
/// their command line.
package enum ReportReader {
  /// Why a report could not be read.
  package struct Fault: Error {
    /// What is wrong, as a sentence without its full stop.
    package let message: String
  }

  /// A form that reports come in.
  package enum Form: String, CaseIterable, Sendable {
    case text, markdown, pdf, docx, odt, html, epub, rtf
  }

  /// The largest file that is read.
  package static let sizeLimit = 200 << 20
  /// The most text that a program may make of it.
  private static let textLimit = 256 << 20
  /// How long a program may take, in seconds.
  private static let patience = 120

  /// The form of a file: by its first bytes, then by the end of its name.
  package static func form(of bytes: [UInt8], name: String) -> Form? {
    let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
    if bytes.starts(with: "%PDF-".utf8) { return .pdf }
    if bytes.starts(with: "{\\rtf".utf8) { return .rtf }
    if bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) {
      return ["docx": .docx, "odt": .odt, "epub": .epub][ending]
    }
    // Old Word files, archives and pictures are no text.
    if bytes.prefix(4096).contains(0) { return nil }
    switch ending {
    case "md", "markdown": return .markdown
    case "html", "htm", "xhtml": return .html
    default:
      let start = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
      return start.contains("<html") || start.contains("<!doctype html") ? .html : .text
    }
  }

  /// Reads a report.
  ///
  /// - Parameter find: Finds a program by its name; nil if there is none.
  package static func read(
    _ bytes: [UInt8], form: Form, find: (String) -> ExternalProgram? = { ExternalProgram($0) }
  ) throws(Fault) -> SourceReport {
    var report: SourceReport
    switch form {
    case .text: report = TextReader.read(bytes)
    case .markdown: report = MarkdownReader.read(bytes)
    case .pdf: report = PDFReader.read(try run("pdftohtml", "poppler-utils", pdfWords, bytes, find))
    default:
      let words = ["--sandbox", "-f", form.rawValue, "-t", "json", "+RTS", "-M1024m", "-RTS"]
      let json = try run("pandoc", "pandoc", words, bytes, find)
      guard let read = PandocReader.read(json) else {
        throw Fault(message: "pandoc wrote something that is not its JSON")
      }
      report = read
    }
    guard !report.blocks.isEmpty else {
      throw Fault(message: report.warnings.first ?? "there is no text in it")
    }
    return report
  }

  /// From the standard input to the standard output, without pictures.
  private static let pdfWords = [
    "-xml", "-i", "-stdout", "-fontfullname", "-enc", "UTF-8", "-", "report",
  ]

  private static func run(
    _ name: String, _ package: String, _ words: [String], _ bytes: [UInt8],
    _ find: (String) -> ExternalProgram?
  ) throws(Fault) -> [UInt8] {
    guard let program = find(name) else {
      throw Fault(
        message: "\(name) is needed for this file; install it with: apt-get install \(package)")
    }
    let result: ExternalProgram.Result
    do {
      result = try program.run(words, input: bytes, limit: textLimit, seconds: patience)
    } catch {
      switch error {
      case .slow:
        throw Fault(message: "\(name) took longer than \(patience) seconds and was stopped")
      case .long:
        throw Fault(message: "\(name) wrote more than \(textLimit >> 20) MiB and was stopped")
      case .system(let error): throw Fault(message: "\(name) could not be run: \(error.reason)")
      }
    }
    guard result.status == 0, !result.output.isEmpty else {
      let reason = String(decoding: result.errors, as: UTF8.self).split(separator: "\n").first ?? ""
      throw Fault(message: "\(name) cannot read it" + (reason.isEmpty ? "" : ": \(reason)"))
    }
    return result.output
  }
}
