/// A picture that a slide shows: a file of the dossier's folder, and what it shows in words.
package struct SlidePicture: Hashable, Sendable {
  /// The file's path inside the folder, with `/` between names.
  package var path: String
  /// What it shows, for those who cannot see it; empty if the deck does not say.
  package var text: String

  /// A picture with its alternative text.
  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// What stands for the picture where it cannot be shown.
  package var title: String { text.isEmpty ? "Picture: \(path)" : text }
}

/// The bytes of a picture, of a kind and a size that were checked.
package struct PictureFile: Sendable {
  /// The kinds of files that are read.
  package enum Kind: String, Sendable {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case svg = "image/svg+xml"
  }

  /// The kind, as its content tells.
  package let kind: Kind
  /// The file as it is.
  package let bytes: [UInt8]

  /// A file whose content was checked.
  package init(_ kind: Kind, _ bytes: [UInt8]) { (self.kind, self.bytes) = (kind, bytes) }
}

extension Deck {
  /// The pictures that the slides show, each once, in their order, with the slide of the first.
  package var pictures: [(picture: SlidePicture, slide: Slide)] {
    var seen: Set<String> = []
    return slides.flatMap { slide in Self.pictures(slide.elements).map { ($0, slide) } }
      .filter { seen.insert($0.0.path).inserted }
  }

  private static func pictures(_ elements: [SlideElement]) -> [SlidePicture] {
    elements.flatMap { element -> [SlidePicture] in
      switch element.content {
      case .inclusion(.picture(let picture)): [picture]
      case .columns(let columns): columns.flatMap(pictures)
      case .block, .inclusion: []
      }
    }
  }
}
