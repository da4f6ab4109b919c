import Records
import System
import TestSupport
import Testing

@testable import Query
@testable import Reading

/// Pictures in decks: what is read, and that nothing harmful is passed on.
@Suite struct PictureTests {
  /// The header of a PNG of a size.
  private static func png(_ width: UInt32, _ height: UInt32) -> [UInt8] {
    func bytes(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(number >> (24 - 8 * $0) & 255) } }
    return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13] + Array("IHDR".utf8)
      + bytes(width) + bytes(height) + [8, 6, 0, 0, 0, 0, 0, 0, 0]
  }

  /// The segments of a JPEG up to its frame header.
  private static let jpeg: [UInt8] = [
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 0, 30, 0, 40, 3, 0, 0, 0,
  ]

  private func fault(_ bytes: [UInt8], _ path: String = "pictures/map.png") -> FileFault? {
    var folder = MemoryFolder()
    folder.files["pictures/map.png"] = bytes
    do throws(FileFault) {
      _ = try PictureReader.read(SlidePicture(path: path, text: "A map"), in: folder)
      return nil
    } catch {
      return error
    }
  }

  @Test func theThreeKindsAreToldByTheirContent() {
    #expect(fault(Self.png(640, 480)) == nil)
    #expect(fault(Self.jpeg) == nil)
    #expect(fault(Array("<?xml version='1.0'?><svg><path d='M0 0'/></svg>".utf8)) == nil)
    #expect(fault(Array("GIF89a".utf8))?.message.contains("no PNG, JPEG or SVG") == true)
    #expect(fault([])?.message.contains("no PNG") == true)
  }

  @Test func damagedAndHugePicturesAreRefused() {
    for size in [(0, 5), (5, 0)] {
      #expect(fault(Self.png(UInt32(size.0), UInt32(size.1)))?.message.contains("damaged") == true)
    }
    #expect(fault(Self.png(30_000, 5))?.message.contains("pixels") == true)
    #expect(fault(Self.png(.max, .max))?.message.contains("pixels") == true)
    #expect(fault(Array(Self.png(9, 9).prefix(20)))?.message.contains("damaged") == true)
    #expect(fault(Array(Self.jpeg.prefix(12)))?.message.contains("damaged") == true)
    let seed = Trials.seed(3)
    var random = SeededRandom(seed)
    for _ in 0..<Trials.count(2000) {
      var bytes = random.int(0...1) == 0 ? Self.jpeg : Self.png(20, 20)
      bytes[random.int(0...(bytes.count - 1))] = UInt8(random.int(0...255))
      // Whatever it is, it is read or refused.
      _ = fault(Array(bytes.prefix(random.int(0...bytes.count))))
    }
  }

  @Test(arguments: [
    "<svg><script>x</script></svg>", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>",
    "<svg><image href='file:///etc/passwd'/></svg>",
    "<svg><use xlink:href = \"http://a/b\"/></svg>",
    "<svg onload='x'/>", "<svg><a HREF='javascript:x'/></svg>", "<svg style='fill:url(http://a)'/>",
    "<svg><style>@import 'x';</style></svg>", "<?xml-stylesheet href='#a'?><svg/>",
    "<svg><foreignObject/></svg>", "<svg><image href='data:image/svg+xml;base64,AA'/></svg>",
  ])
  func anSVGThatLoadsOrRunsSomethingIsRefused(_ text: String) {
    #expect(fault(Array(text.utf8))?.message.contains("SVG has") == true)
  }

  @Test func anSVGMayReferToItself() {
    let text =
      "<svg><use href='#a'/><path fill='url(#b)'/><image href='data:image/png;base64,'/></svg>"
    #expect(fault(Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    "../map.png", "/map.png", "a//map.png", "a/../../map.png", "./map.png", "c:map.png",
  ])
  func noPathLeadsOut(_ path: String) {
    let reading = DossierReader.read(Self.folder("![A map](\(path))"))
    #expect(reading.dossier.decks.first?.pictures.isEmpty == true)
    #expect(reading.diagnostics.contains { $0.message.contains("not a file inside") }, "\(path)")
    #expect(fault(Self.png(1, 1), path) != nil)
  }

  @Test func checkNamesAPictureThatIsMissing() throws {
    let tree = Self.folder("![A map](pictures/none.png)\n\n![](pictures/map.png)")
    let picture = try #require(DossierReader.read(tree).dossier.decks.first?.pictures.first)
    #expect(picture.picture == SlidePicture(path: "pictures/none.png", text: "A map"))
    let faults = DossierReader.check(tree).diagnostics.filter { $0.message.contains("picture") }
    #expect(faults.count == 1 && faults[0].message.contains("none.png"))
    #expect(faults[0].file == "decks/talk.md" && faults[0].line > 0)
  }

  @Test func aDeckWithPicturesIsWrittenAsItIsRead() throws {
    let tree = Self.folder("![A *map* of \\[it\\]](<pictures/the map.png>)")
    let deck = try #require(DossierReader.read(tree).dossier.decks.first)
    let again = DeckReader.read(
      text: Array(DeckWriter.markdown(of: deck).utf8), name: "talk.md", dossier: Dossier())
    #expect(again.deck.pictures.map(\.picture) == deck.pictures.map(\.picture))
    #expect(deck.pictures.first?.picture.text == "A map of [it]")
  }

  private static func folder(_ slide: String) -> MemoryFolder {
    var folder = MemoryFolder.small
    folder["decks/talk.md"] = "---\ntitle: Talk\n---\n\n## Where\n\n\(slide)\n"
    folder.files["pictures/map.png"] = png(4, 3)
    return folder
  }
}
