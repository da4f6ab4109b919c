/// The body of a recommendation's file before it is parsed.
struct UnreadBody: Sendable {
  var bytes: ArraySlice<UInt8>
  /// The file's path inside the dossier's folder.
  var file: String
  /// The line on which the body starts, counted from 1.
  var firstLine: Int

  /// What is asked, and why.
  func prose(log: inout DiagnosticLog) -> RecommendationBody.Prose {
    let body = Markdown(bytes, file: file, firstLine: firstLine, chapter: nil, log: &log)
    var prose = RecommendationBody.Prose(text: body.parts.first?.blocks ?? [])
    for part in body.parts.dropFirst() {
      if part.title.lowercased() == "why" {
        prose.why += part.blocks
      } else {
        log.warning(
          Place(file, part.line), "the heading \"\(part.title)\" is not known",
          remedy: "write ## Why")
        prose.why += part.withHeading
      }
    }
    if prose.text.isEmpty {
      log.warning(
        Place(file, firstLine), "the recommendation has no text",
        remedy: "restate it below the front matter")
    }
    return prose
  }

  /// The same once the rest of the folder is read: what leads to no record is plain text.
  func prose(in scope: ReadingScope) -> RecommendationBody.Prose {
    var log = scope.log()
    var prose = prose(log: &log)
    let lost = scope.lost(of: log.mentions.joined())
    if !lost.isEmpty { prose = prose.without(lost) }
    prose.isFaultless = lost.isEmpty && log.diagnostics.isEmpty
    return prose
  }
}
