package import Records
package import System

/// Reads the pictures that slides show: PNG, JPEG and SVG files inside a folder.
///
/// They are not decoded here: a browser, an office program or a terminal does that. What is checked
/// is what could harm those who only pass them on: place, size, and what an SVG loads.
package enum PictureReader {
  /// The most pixels of a side, and of a picture.
  private static let sideLimit = 20_000
  private static let pixelLimit = 100_000_000

  private static let endings = [".png", ".jpg", ".jpeg", ".svg"]

  /// Whether an address is meant to be that of a picture's file.
  static func isPicture(_ address: String) -> Bool {
    let name = address.lowercased()
    return endings.contains { name.hasSuffix($0) } && !name.contains("://")
  }

  /// Why a path cannot be that of a picture; nil if it can.
  static func fault(of path: String) -> FileFault? {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    let isInside = !names.contains { $0.isEmpty || $0 == "." || $0 == ".." }
    let isPlain = path.utf8.count <= 200 && !path.contains { "<>\\:".contains($0) }
    return isInside && isPlain
      ? nil
      : .refused(
        "\"\(path)\" is not a file inside the folder",
        remedy: "put the picture there and write its path: ![what it shows](pictures/map.png)")
  }

  /// The file of a picture.
  ///
  /// - Throws: `FileFault` if it is missing, too large, outside the folder, or no picture that is
  ///   safe to pass on.
  package static func read(
    _ picture: SlidePicture, in tree: some FileTree
  ) throws(FileFault) -> PictureFile {
    if let fault = fault(of: picture.path) { throw fault }
    let bytes = try tree.withBytes(of: picture.path) { Array($0) }
    guard let kind = kind(bytes) else {
      throw .refused(
        "this is no PNG, JPEG or SVG picture", remedy: "save it as one of these three")
    }
    if kind == .svg {
      guard isHarmless(bytes) else {
        throw .refused(
          "the SVG has a script, an entity or something that it would load",
          remedy: "export it as a plain SVG, or as PNG")
      }
    } else {
      let size = kind == .png ? pngSize(bytes) : jpegSize(bytes)
      guard let size, size.width > 0, size.height > 0 else {
        throw .refused("the picture is damaged: it has no size", remedy: "save it again")
      }
      guard max(size.width, size.height) <= sideLimit, size.width * size.height <= pixelLimit
      else {
        throw .refused(
          "the picture has \(size.width) × \(size.height) pixels", remedy: "save it smaller")
      }
    }
    return PictureFile(kind, bytes)
  }

  // MARK: Contents

  private static func kind(_ bytes: [UInt8]) -> PictureFile.Kind? {
    if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) { return .png }
    if bytes.starts(with: [0xff, 0xd8, 0xff]) { return .jpeg }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let start = text.drop { $0.isWhitespace || $0 == "\u{feff}" }
    return start.hasPrefix("<") && text.contains("<svg") ? .svg : nil
  }

  /// The size in the header of a PNG, which follows its signature.
  private static func pngSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.count >= 33, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    func number(_ start: Int) -> Int { bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
    return (number(16), number(20))
  }

  /// The size in the frame header of a JPEG, which follows segments of known lengths.
  private static func jpegSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    var at = 2
    while at + 9 < bytes.count {
      guard bytes[at] == 0xff else { return nil }
      let marker = bytes[at + 1]
      if marker == 0xff {
        at += 1
        continue
      }
      let isFrame = (0xc0...0xcf).contains(marker) && ![0xc4, 0xc8, 0xcc].contains(marker)
      func number(_ place: Int) -> Int { Int(bytes[place]) << 8 | Int(bytes[place + 1]) }
      if isFrame { return (number(at + 7), number(at + 5)) }
      guard marker != 0xd9, marker != 0xda else { return nil }
      at += 2 + max(2, number(at + 2))
    }
    return nil
  }

  /// Whether an SVG is only a drawing: programs that convert it would run or load the rest.
  private static func isHarmless(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let parts = [
      "<!doctype", "<!entity", "<?xml-stylesheet", "<script", "<foreignobject", "<iframe",
      "@import", "javascript:", "<handler", "<set", "<animate", "xml:base",
    ]
    if parts.contains(where: { text.contains($0) }) { return false }
    // Event handlers, whatever their names.
    if text.contains(#/[\s"']on[a-z]+\s*=/#) { return false }
    // What is referred to is in the drawing itself.
    let places = [#/href\s*=\s*["']?\s*/#, #/url\(\s*["']?\s*/#, #/src\s*=\s*["']?\s*/#]
    return places.allSatisfy { place in
      text.matches(of: place).allSatisfy { match in
        let rest = text[match.range.upperBound...]
        return rest.hasPrefix("#") || rest.hasPrefix("data:image/png")
          || rest.hasPrefix("data:image/jpeg")
      }
    }
  }
}

extension PictureReader {
  /// What is wrong with the pictures of a deck.
  package static func faults(of deck: Deck, in tree: some FileTree) -> [Diagnostic] {
    deck.pictures.compactMap { picture, slide -> Diagnostic? in
      do throws(FileFault) {
        _ = try read(picture, in: tree)
        return nil
      } catch {
        return Diagnostic(
          .error, file: deck.file, line: slide.line,
          "the picture \"\(picture.path)\": \(error.message)",
          remedy: error.remedy.isEmpty ? "put the file there" : error.remedy)
      }
    }
  }
}
