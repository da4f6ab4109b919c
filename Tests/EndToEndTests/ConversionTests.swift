import Glibc
import TestSupport
import Testing

/// Documents that other programs make from our pages, opened with readers that are not ours.
@Suite struct ConversionTests {
  static func has(_ programs: String...) -> Bool {
    programs.allSatisfy { access("/usr/bin/\($0)", X_OK) == 0 }
  }

  static let reason: Comment =
    "a program is missing here; '.ci/setup test' installs it where it can"

  /// The deck that is printed: three slides, a chart, notes.
  private static func folder() throws -> CommandFolder {
    let folder = try CommandFolder.sample()
    try folder.write(
      "decks/talk.md",
      """
      ---
      title: The talk
      ---

      # The talk

      ---

      ## Wells run dry

      - Fewer wells each year

      ![](chart:wells)

      <!-- note: said aloud only -->

      ---

      ## The end

      """)
    return folder
  }

  private static func export(_ arguments: [String], to path: String) throws {
    let run = try CommandRun(["export"] + arguments)
    #expect(run.code == 0, "\(run.complaint)")
    guard let file = fopen(path, "w") else { throw CommandFault() }
    fwrite(run.output, 1, run.output.count, file)
    fclose(file)
  }

  private static func output(_ program: String, _ arguments: [String]) throws -> String {
    let run = try CommandRun(arguments, program: "/usr/bin/" + program)
    #expect(run.code == 0, "\(program): \(run.complaint)")
    return run.text
  }

  @Test(.enabled(if: has("weasyprint", "pdfinfo", "pdftotext", "pdfimages"), reason))
  func pdfHasPagesNumbersAndText() throws {
    let folder = try Self.folder()
    let deck = folder.path + "/deck.pdf"
    try Self.export(["--format", "pdf", "talk", "--dossier", folder.path], to: deck)
    #expect(try Self.output("pdfinfo", [deck]).contains("Pages:           3"))
    let text = try Self.output("pdftotext", ["-layout", deck, "-"])
    #expect(text.contains("Wells run dry") && !text.contains("said aloud only"))

    let report = folder.path + "/report.pdf"
    try Self.export(["--format", "pdf"], to: report)
    let contents = try Self.output("pdftotext", ["-layout", "-l", "2", report, "-"])
    // Chapters with the pages on which they start.
    let numbered = contents.split(separator: "\n").filter { line in
      line.contains("....") && line.last?.isNumber == true
    }
    #expect(numbered.count >= 6, "\(contents)")
  }

  @Test(.enabled(if: has("pandoc", "rsvg-convert", "unzip"), reason))
  func docxHasPicturesWithTheirText() throws {
    let folder = try Self.folder()
    let path = folder.path + "/talk.docx"
    try Self.export(["--format", "docx", "talk", "--dossier", folder.path], to: path)
    let document = try Self.output("unzip", ["-p", path, "word/document.xml"])
    #expect(document.contains("Wells run dry"))
    #expect(document.contains("descr=\""), "no alternative text")
    #expect(try Self.output("unzip", ["-l", path]).contains(".png"))
  }

  @Test(.enabled(if: has("pandoc", "rsvg-convert", "unzip"), reason))
  func pptxHasASlideForEachAndNotesIfAsked() throws {
    let folder = try Self.folder()
    let path = folder.path + "/talk.pptx"
    for hasNotes in [false, true] {
      try Self.export(
        ["--format", "pptx", "talk", "--dossier", folder.path] + (hasNotes ? ["--notes"] : []),
        to: path)
      let list = try Self.output("unzip", ["-l", path])
      // The title of the deck, and its three slides.
      #expect(list.contains("ppt/slides/slide4.xml") && !list.contains("ppt/slides/slide5.xml"))
      #expect(list.contains(".png"))
      let slide = try Self.output("unzip", ["-p", path, "ppt/slides/slide3.xml"])
      #expect(slide.contains("Wells run dry") && slide.contains("Fewer wells"))
      #expect(slide.contains("descr=\""))
      #expect(list.contains("notesSlides/") == hasNotes)
    }
  }

  @Test(.enabled(if: has("rsvg-convert"), reason))
  func pngIsAPictureThatIsNotBlank() throws {
    let run = try CommandRun(["chart", "us-content", "--format", "png"])
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.output.prefix(8) == [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    // A blank picture of this size is compressed to less.
    #expect(run.output.count > 4000)
  }

  @Test func aMissingProgramIsNamedWithItsPackage() throws {
    let wanted = [
      (["export", "--format", "pdf"], "apt-get install weasyprint"),
      (["export", "--format", "docx", "five-minutes"], "apt-get install librsvg2-bin"),
      (["chart", "us-content", "--format", "png"], "apt-get install librsvg2-bin"),
    ]
    for (words, hint) in wanted {
      let run = try CommandRun(words, environment: ["PATH": "/nowhere"])
      #expect(run.code == 1 && run.output.isEmpty)
      #expect(run.complaint.contains(hint), "\(run.complaint)")
    }
  }
}
