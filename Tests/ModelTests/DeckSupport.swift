import TestSupport

@testable import Reading
@testable import Records

/// The small dossier, whole.
let smallDossier = DossierReader.read(MemoryFolder.small).dossier

/// Reads a deck on the small dossier.
func readDeck(_ text: String, name: String = "talk.md") -> DeckReading {
  DeckReader.read(text: Array(text.utf8), name: name, dossier: smallDossier)
}

/// Reads slides below a front matter of three lines.
func readSlides(_ body: String) -> DeckReading { readDeck("---\ntitle: Talk\n---\n\(body)") }

/// A deck in which everything occurs that a deck can hold, read without a fault.
let wholeDeck = """
  ---
  title: Rivers in Ten Minutes
  minutes: 10
  must-show: [rivers, who-rises]
  ---

  # Rivers
  <!-- minutes: 0.5 -->

  What they *are*, and **why** they [rise](indicator:flow).

  <!-- note: Welcome everybody.

       - Name the *hosts*. -->
  <!-- TODO: ask Ana whether this is so -->

  ---

  ## Who Rises?

  - Springs
  - Mouths

  <!-- pause -->

  ![](chart:flow)

  <!-- note: Wait for the [question](rec:springs-1). -->
  <!-- pause -->

  1. One
  2. Two

  ---

  ## Side by Side
  <!-- columns -->
  ![Flow](chart:flow)
  <!-- next column -->
  <!-- pause -->
  ![](rec:springs-1)

  Text beside it.
  <!-- end columns -->

  | Water | Fish |
  | --- | --- |
  | 1 | 2 |

  > Quoted.

  ```
  ---
  code <!-- pause -->
  ```

  ---

  ![](recs:springs)
  ![](recs:north)

  ![](matrix:addressee-theme)

  ![](timeline:1970-1993)

  """

extension Deck {
  /// The deck without what only its file says.
  var withoutPlaces: Deck {
    var copy = self
    copy.file = ""
    for index in copy.slides.indices { copy.slides[index].line = 0 }
    return copy
  }
}
