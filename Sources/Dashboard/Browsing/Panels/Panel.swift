package import Canvas
package import Query
package import Records

/// One framed part of a screen: a title and what stands in the frame.
package struct Panel {
  /// What a panel is on its screen, for those who look for it there.
  package enum Part {
    /// The list or matrix that a screen is about.
    case main
    /// The choices that narrow the list down.
    case choices
    /// The sections of the text.
    case outline
    /// The text that a screen is about.
    case text
    /// The chart that a reader can set.
    case chart
    /// A look at what is selected in another panel.
    case preview
    /// Anything that goes with it.
    case other
  }

  /// What stands in the top border.
  package var title: String
  /// What the panel is called where its title says more than that; nil where it does not.
  package var name: String?
  /// What it is on its screen.
  package var part = Part.other
  /// The colour of the title.
  package var accent: Role = .heading
  /// What stands inside.
  package var content: any PanelContent
}

/// What Enter leads to.
package enum Destination: Hashable {
  /// A screen.
  case route(Route)
  /// A record, at its place.
  case record(Reference)
  /// The recommendations that a query lists.
  case query(RecommendationQuery)
  /// Another panel of the same screen.
  case panel(Panel.Part)
  /// The next panel of the same screen.
  case nextPanel
  /// A web address, for the clipboard.
  case address(String)
}
