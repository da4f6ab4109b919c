import Reading
import Records
import System
import Text

extension DossierFolder {
  /// The folder of a deck's pictures: that of the dossier, or of a deck's file that is elsewhere;
  /// nil for the built-in dossier, whose decks have none.
  private func pictureFolder(of deck: Deck) -> DiskFolder? {
    let isOwn = deck.file.isEmpty || deck.file == "decks/\(deck.id).md"
    if isOwn, let path { return DiskFolder(path) }
    if isOwn, path == nil, !deck.file.isEmpty { return nil }
    let parts = deck.file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return DiskFolder(
      parts.isEmpty
        ? "."
        : parts.count == 1 && parts[0].isEmpty
          ? "/"
          : parts.joined(separator: "/"))
  }

  /// The pictures of a deck by their paths; what is wrong with others is printed to the standard
  /// error.
  func pictures(of deck: Deck) -> [String: PictureFile] {
    guard let folder = pictureFolder(of: deck) else { return [:] }
    var files: [String: PictureFile] = [:]
    var bytes = 0
    for (picture, _) in deck.pictures {
      do throws(FileFault) {
        let file = try PictureReader.read(picture, in: folder)
        bytes += file.bytes.count
        guard bytes <= Self.pictureLimit else {
          let limit = Self.pictureLimit >> 20
          return complain("the pictures have more than \(limit) MiB; the rest is left out", files)
        }
        files[picture.path] = file
      } catch {
        files = complain("the picture '\(picture.path)': \(error.message)", files)
      }
    }
    return files
  }

  /// The most bytes of all pictures of a deck.
  private static let pictureLimit = 32 << 20

  private func complain(_ text: String, _ files: [String: PictureFile]) -> [String: PictureFile] {
    Output.complain(CleanText.line("dossier: \(text)") + "\n")
    return files
  }

  /// What is wrong with the pictures of a deck's file.
  func pictureFaults(of deck: Deck) -> [Diagnostic] {
    guard let folder = pictureFolder(of: deck) else { return [] }
    return PictureReader.faults(of: deck, in: folder)
  }
}
