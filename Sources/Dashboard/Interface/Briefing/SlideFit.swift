public import Model

/// Whether slides fit a terminal.
public enum SlideFit {
  /// The terminal size that decks are written for; what does not fit must be scrolled.
  public static let size = Size(width: 80, height: 24)

  /// The slides of a deck that take more than one screen, in order, each with its screens.
  ///
  /// - Parameter size: The terminal, all of which the slide uses.
  public static func tooTall(
    _ deck: Deck, _ library: Library, in size: Size = size
  ) -> [(slide: Slide, screens: Int)] {
    let stage = Stage(deck, library)
    return deck.slides.indices.compactMap { number in
      let screens = stage.layout(.slide(number), size).starts.count
      return screens > 1 ? (deck.slides[number], screens) : nil
    }
  }
}
