extension DiagnosticLog {
  /// How to mend a text that is not a reference: with the scheme that was meant, or an example.
  func remedy(ofReference text: String) -> String {
    let schemes = RecordKind.allCases.map(\.rawValue)
    if let colon = text.firstIndex(of: ":") {
      let (word, id) = (text[..<colon].lowercased(), text[colon...].dropFirst())
      let meant =
        schemes.first { word.hasPrefix($0) } ?? Spelling.nearest(to: word, in: schemes)
      if let meant, !id.isEmpty, !id.hasPrefix("/") { return "did you mean \(meant):\(id)?" }
    }
    let sample = example.map { ", as in \($0)" } ?? ""
    return "write scheme:id\(sample); schemes are \(schemes.joined(separator: ", "))"
  }
}
