/// A page from which another program makes a document, with its pictures as files beside it.
package struct PaperPage: Sendable {
  /// The page, in which `picture-1.svg` or `picture-1.png` is the first picture.
  package let html: String
  /// The pictures: names without ending, and content.
  package let pictures: [(name: String, svg: String)]
}

/// What a page is made for.
package enum HandoutMedium: Sendable {
  /// A browser: pictures are part of the page, in two widths.
  case browser
  /// A printer, with page numbers: pictures are files in colours of their own.
  case paper
  /// A word processor or a presentation program: pictures are files of dots.
  case office
}
