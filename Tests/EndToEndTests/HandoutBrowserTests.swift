import Glibc
import Reading
import TestSupport
import Testing

/// Pages opened and printed by a real browser, where there is one.
@Suite struct HandoutBrowserTests {
  /// Debian's Chromium without a window, or with one that is not shown.
  static let browser: String? = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"]
    .first { access($0, X_OK) == 0 }

  static let reason: Comment = "no Chromium here; '.ci/setup test' installs it where it can"

  @Test(.enabled(if: browser != nil, reason))
  func slidesArePrintedEachToASheetAndNothingIsAskedOfTheNet() throws {
    let folder = try CommandFolder.sample()
    try folder.write(
      "decks/talk.md",
      """
      ---
      title: The talk
      ---

      # The talk

      ---

      ## <script>console.log('obeyed')</script> and ![](http://127.0.0.1:9/picture.png)

      ![](chart:wells)

      <!-- note: for nobody else -->

      ---

      ## The end

      """)
    let page = try CommandRun([
      "export", "--format", "html", "talk", "--dossier", folder.path,
    ])
    #expect(page.code == 0, "\(page.complaint)")
    #expect(!page.text.contains("for nobody else"))
    try folder.write("page.html", page.text)
    // The suffix has a strict XML parser read the same bytes.
    try folder.write("page.xhtml", page.text)
    for name in ["page.html", "page.xhtml"] {
      let run = try Self.browse(folder, ["--dump-dom", "file://\(folder.path)/\(name)"])
      #expect(run.contains("slide-the-end"), "\(name)")
      #expect(!run.contains("parsererror"), "\(name)")
      #expect(!run.contains("CONSOLE"), "\(name): \(run.prefix(2000))")
    }
    _ = try Self.browse(
      folder,
      [
        "--no-pdf-header-footer", "--print-to-pdf=\(folder.path)/page.pdf",
        "--log-net-log=\(folder.path)/net.json", "file://\(folder.path)/page.html",
      ])
    #expect(Self.count("/Type /Page\n", in: "\(folder.path)/page.pdf") == 3)
    #expect(Self.count("127.0.0.1:9", in: "\(folder.path)/net.json") == 0)
  }

  /// The narrow paper with much text and the short one with less, or all of them.
  private static let sheets = [
    ("A4", "addressee=united-states"), ("letter", "chapter=4"), ("A4", "chapter=4"),
    ("letter", "addressee=united-states"),
  ].prefix(Trials.areAll ? 4 : 2)

  @Test(.enabled(if: browser != nil, reason), arguments: sheets)
  func aMemoIsOneSheet(_ paper: String, _ slice: String) throws {
    let folder = try CommandFolder.sample()
    let page = try CommandRun(["export", "--format", "html", "--slice", slice])
    // The page leaves the paper to the printer, which is told here.
    let sized = page.text.replacing("@page sheet {", with: "@page sheet { size: \(paper);")
    #expect(sized != page.text)
    try folder.write("memo.html", sized)
    _ = try Self.browse(
      folder,
      [
        "--no-pdf-header-footer", "--print-to-pdf=\(folder.path)/memo.pdf",
        "file://\(folder.path)/memo.html",
      ])
    #expect(Self.count("/Type /Page\n", in: "\(folder.path)/memo.pdf") == 1)
  }

  /// The decks that come with the program fill their sheets and never run over.
  @Test(
    .enabled(if: browser != nil, reason),
    arguments: ["A4", "letter"].prefix(Trials.areAll ? 2 : 1))
  func eachSlideOfADeckFitsItsSheet(_ paper: String) throws {
    let folder = try CommandFolder.sample()
    let page = try CommandRun(["export", "--format", "html", "legislators"])
    let sized = page.text.replacing(
      "@page slide { size: landscape;", with: "@page slide { size: \(paper) landscape;")
    #expect(sized != page.text)
    try folder.write("deck.html", sized)
    _ = try Self.browse(
      folder,
      [
        "--no-pdf-header-footer", "--print-to-pdf=\(folder.path)/deck.pdf",
        "file://\(folder.path)/deck.html",
      ])
    let slides = page.text.ranges(of: "class=\"slide").count
    #expect(slides > 10)
    #expect(Self.count("/Type /Page\n", in: "\(folder.path)/deck.pdf") == slides)
  }

  /// Runs the browser; its output and what it says beside it.
  private static func browse(_ folder: CommandFolder, _ arguments: [String]) throws -> String {
    let all =
      [
        try #require(browser), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update",
        "--user-data-dir=\(folder.path)/profile", "--enable-logging=stderr",
        "--virtual-time-budget=1000",
      ] + arguments
    let line = all.map { "'\($0)'" }.joined(separator: " ")
    let output = "\(folder.path)/output"
    // The shell ends a browser that hangs.
    let code = system("timeout -k 5 60 \(line) >\(output) 2>&1 </dev/null")
    #expect(code == 0)
    return Files.read(output) ?? ""
  }

  /// How often a text stands in a file of bytes.
  private static func count(_ text: String, in path: String) -> Int {
    guard let content = Files.read(path) else { return -1 }
    return content.ranges(of: text).count
  }
}
