package import Canvas
package import Query
package import Records

/// A framed part of a screen: a title and its content.
package struct Panel {
  /// The role of a panel on its screen, by which it can be found.
  package enum Part {
    /// The list or matrix that a screen is about.
    case main
    /// The choices that filter the list.
    case choices
    /// The sections of the text.
    case outline
    /// The text that a screen is about.
    case text
    /// The links of the section that is read.
    case links
    /// The chart that a reader can configure.
    case chart
    /// The values of the chart as a table.
    case values
    /// A preview of the selection in another panel.
    case preview
    /// Anything else.
    case other
  }

  /// The text in the top border.
  package var title: String
  /// The panel's name if its title says more than that; otherwise nil.
  package var name: String?
  /// What stands at the right end of the top border: a count, or what the columns are.
  var note = ""
  /// Its role on the screen.
  package var part = Part.other
  /// The colour of the title.
  package var accent: Role = .heading
  /// Its content.
  package var content: any PanelContent

  /// The name of the panel where its content is not shown.
  package var spokenName: String { name ?? title }
}

/// What Enter opens.
package enum Destination: Hashable {
  /// A screen.
  case route(Route)
  /// A record, shown in its place.
  case record(Reference)
  /// The recommendations that a query lists.
  case query(RecommendationQuery)
  /// One of the choices that filter a list of other records, to take it or to take it back.
  case choose(String)
  /// Rows of the list to show or to hide, with how many are hidden.
  case fold(String, hidden: Int)
  /// Another panel of the same screen.
  case panel(Panel.Part)
  /// The next panel of the same screen.
  case nextPanel
  /// A web address, for the clipboard.
  case address(String)
}
