package import Browsing
package import Canvas
package import Records

/// Whether slides fit a terminal.
package enum SlideFit {
  /// The terminal size that decks are written for; what does not fit must be scrolled.
  package static let size = Size(width: 80, height: 24)

  /// The slides of a deck that take more than one screen, in order, each with its screens.
  ///
  /// - Parameter size: The terminal, all of which the slide uses.
  package static func tooTall(
    _ deck: Deck, _ library: Library, in size: Size = size
  ) -> [(slide: Slide, screens: Int)] {
    let stage = Stage(deck, library)
    return deck.slides.indices.compactMap { number in
      let screens = stage.layout(.slide(number), size).starts.count
      return screens > 1 ? (deck.slides[number], screens) : nil
    }
  }
}
