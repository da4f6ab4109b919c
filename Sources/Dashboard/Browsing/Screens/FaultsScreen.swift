import Canvas
import Reading
import Records

/// The faults found while reading the dossier, as `dossier check` prints them.
enum FaultsScreen {
  package static func content(_ library: Library) -> ScreenContent {
    let blocks = library.diagnostics.map { fault -> DocumentBlock in
      var place = fault.file
      if fault.line > 0 { place += ":\(fault.line)" }
      let remedy = fault.remedy.isEmpty ? "" : " (\(fault.remedy))"
      return .remark(
        [Span(place, .strong), Span(" \(fault.severity.rawValue): \(fault.message)\(remedy)")],
        fault.severity == .error ? .caution : .text)
    }
    let none: [DocumentBlock] = [
      .prose(.paragraph([Span("The dossier has no faults.")]))
    ]
    return ScreenContent(
      Panel(
        title: "Faults  (\(library.diagnostics.count))", name: "Faults",
        content: DocumentPanel(blocks.isEmpty ? none : blocks, glyphs: library.glyphs)),
      trail: ["Faults"])
  }
}
