/// What a cell is for; a theme gives each role its colour.
///
/// Views name roles and never colours, so that a theme, a colour-blind
/// palette or no colour at all is decided in one place.
package enum Role: UInt8, CaseIterable, Sendable {
  /// Running text.
  case text
  /// Less important text: captions, units, hints.
  case faint
  /// Headings and panel titles.
  case heading
  /// Panel borders.
  case border
  /// The border of the panel that has the keyboard.
  case focusedBorder
  /// A link in running text.
  case link
  /// The name of a key in a hint.
  case key
  /// The words that a search found.
  case match
  /// A remark that something is inferred, lost or in doubt.
  case caution
  /// Something is wrong.
  case fault
  /// The colours of chapters 0 to 5.
  case accent0, accent1, accent2, accent3, accent4, accent5
  /// The colours of the series of a chart, none of which is a chapter's.
  case series0, series1, series2, series3, series4, series5, series6, series7

  /// The number of accent roles.
  package static let accentCount = 6
  /// The number of roles for series.
  package static let seriesCount = 8

  /// The accent of a chapter; numbers from 6 start again at 0.
  package static func accent(_ number: Int) -> Role { .accent0.stepped(number, of: accentCount) }

  /// The colour of a series by its place; places from 8 start again at 0.
  package static func series(_ place: Int) -> Role { .series0.stepped(place, of: seriesCount) }

  private func stepped(_ number: Int, of count: Int) -> Role {
    let index = ((number % count) + count) % count
    return Role(rawValue: rawValue + UInt8(index)) ?? .text
  }
}

/// How a cell looks: its role and its attributes, which need no colour.
package struct Style: Hashable, Sendable {
  /// The attributes of a cell, which need no colour.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits, one for each attribute.
    package var rawValue: UInt8
    /// A set of the given bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier than the text around it.
    package static let bold = Attributes(rawValue: 1)
    /// Fainter than the text around it.
    package static let dim = Attributes(rawValue: 2)
    /// Underlined.
    package static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    package static let reverse = Attributes(rawValue: 8)
    /// Slanted; underlined if the terminal cannot slant text.
    package static let italic = Attributes(rawValue: 16)
  }

  /// What the cell is for.
  package var role: Role
  /// Its attributes besides its colour.
  package var attributes: Attributes

  /// A style of a role with attributes.
  package init(_ role: Role, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  /// Running text.
  package static let text = Style(.text)
  /// Less important text.
  package static let faint = Style(.faint, .dim)
  /// A heading.
  package static let heading = Style(.heading, .bold)

  /// The style with further attributes.
  package func with(_ more: Attributes) -> Style { Style(role, attributes.union(more)) }
}
