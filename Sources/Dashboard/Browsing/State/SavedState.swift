package import Canvas
package import Records

/// What is kept between runs: bookmarks, and the last screen with how far it was read.
///
/// Written as lines of words, so that it can be read and mended by hand:
///
///     place rec:economics-3
///     panel 0 0 12
///     size 80 24
///     bookmark indicator:us-content
package struct SavedState: Hashable, Sendable {
  /// The screen that the reader saw, with selections and scroll; nil for none.
  package var visit: Visit?
  /// The size in which the screen's texts were set; nil where it is not known.
  package var size: Size?
  /// What was searched for.
  package var search: String
  /// The bookmarked records, the oldest first.
  package var bookmarks: [Reference]

  /// The most bookmarks that are kept.
  static let bookmarkLimit = 500

  /// A state; empty when nothing is said.
  package init(
    _ visit: Visit? = nil, size: Size? = nil, search: String = "", bookmarks: [Reference] = []
  ) {
    self.visit = visit
    self.size = size
    self.search = search
    self.bookmarks = bookmarks
  }

  /// Reads what `text` wrote; lines that are not understood are passed over.
  package init(_ text: some StringProtocol) {
    self.init()
    for line in text.split(separator: "\n").prefix(Self.bookmarkLimit + 400) {
      let words = line.split(separator: " ").map { Substring($0) }
      guard words.count > 1 else { continue }
      switch words[0] {
      case "place": visit = visit ?? Route(name: words[1]).map { Visit($0) }
      case "search": search = String(line.dropFirst("search ".count).prefix(LineEditor.limit))
      case "size":
        guard words.count == 3, let width = Int(words[1]), let height = Int(words[2]),
          (1...1000).contains(width), (1...500).contains(height)
        else { continue }
        size = Size(width: width, height: height)
      case "bookmark":
        guard let reference = Reference(words[1]), bookmarks.count < Self.bookmarkLimit,
          !bookmarks.contains(reference)
        else { continue }
        bookmarks.append(reference)
      default: visit?.take(words)
      }
    }
  }

  /// Takes over what somebody else has done to the bookmarks: what stands in `others`, with what
  /// was set here since `last`, and without what was removed here.
  package mutating func takeBookmarks(of others: SavedState, since last: SavedState) {
    let added = bookmarks.filter { !last.bookmarks.contains($0) }
    let removed = last.bookmarks.filter { !bookmarks.contains($0) }
    bookmarks = others.bookmarks.filter { !removed.contains($0) }
    bookmarks += added.filter { !bookmarks.contains($0) }
    bookmarks.removeFirst(max(0, bookmarks.count - Self.bookmarkLimit))
  }

  /// The state as lines of words.
  package var text: String {
    var lines = visit?.lines ?? []
    if !lines.isEmpty {
      if let size { lines.append("size \(size.width) \(size.height)") }
      if !search.isEmpty { lines.append("search \(search)") }
    }
    lines += bookmarks.map { "bookmark \($0)" }
    return lines.map { $0 + "\n" }.joined()
  }
}
