/// A page of linear mode: paragraphs of text, and what the numbers in them lead to.
package struct LinearPage {
  package struct Numbered {
    package var number: Int
    /// What the number is called where its text is not repeated.
    package var title: String
    package var choice: LinearChoice
  }

  /// The paragraphs, not wrapped; an empty one is an empty line.
  private(set) var paragraphs: [String] = []
  private(set) var choices: [Numbered] = []

  /// The choice of a number; nil when the page has no such number.
  package func choice(_ number: Int) -> LinearChoice? {
    // Nearly always a number stands at its own place, or, where they count from 0, one further.
    for place in [number - 1, number]
    where choices.indices.contains(place) && choices[place].number == number {
      return choices[place].choice
    }
    return choices.first { $0.number == number }?.choice
  }

  /// Adds a paragraph.
  mutating func say(_ text: String) { paragraphs.append(text) }

  /// Adds an empty line unless there is one, or nothing above it.
  mutating func gap() {
    if let last = paragraphs.last, !last.isEmpty { paragraphs.append("") }
  }

  /// Gives a choice its number: the next one, unless it is called by one of its own.
  package mutating func number(_ choice: LinearChoice, _ title: String, as own: Int? = nil) -> Int {
    let number = own ?? (choices.last?.number ?? 0) + 1
    choices.append(Numbered(number: number, title: title, choice: choice))
    return number
  }

  /// The number of a link within a text: what is linked twice on a page has one number.
  mutating func link(_ choice: LinearChoice, _ title: String) -> Int {
    choices.first { $0.choice == choice }?.number ?? number(choice, title)
  }

  /// Adds a numbered paragraph.
  mutating func offer(_ text: String, _ choice: LinearChoice, as own: Int? = nil) {
    let number = number(choice, text, as: own)
    say("\(number). \(text)")
  }

  /// Takes empty lines off the end.
  mutating func trim() {
    while let last = paragraphs.last, last.isEmpty { paragraphs.removeLast() }
  }

  /// Changes a paragraph that was added before.
  mutating func replace(at index: Int, _ change: (String) -> String) {
    guard paragraphs.indices.contains(index) else { return }
    paragraphs[index] = change(paragraphs[index])
  }
}
