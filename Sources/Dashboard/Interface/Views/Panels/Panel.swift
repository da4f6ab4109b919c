import Model

/// One framed part of a screen: a title and what stands in the frame.
struct Panel {
  /// What stands in the top border.
  var title: String
  /// The colour of the title.
  var accent: Role = .heading
  /// What stands inside.
  var content: Content

  enum Content {
    case list(ListContent)
    case document(DocumentContent)
    case chart(ChartContent)
    case matrix(MatrixContent)
  }
}

/// What Enter leads to.
enum Destination: Hashable {
  /// A screen.
  case route(Route)
  /// A record, at its place.
  case record(Reference)
  /// The recommendations that a query lists.
  case query(RecommendationQuery)
  /// Another panel of the same screen.
  case panel(Int)
}

/// Everything that a screen shows, before its size is known.
struct ScreenContent {
  /// The panels, in the order in which Tab visits them.
  var panels: [Panel]
  /// The columns of panels at 60 to 99 columns.
  var medium: [Column]
  /// The columns of panels from 100 columns on.
  var wide: [Column]
  /// What the breadcrumb line shows after the dossier's title.
  var trail: [String]
  /// What a panel's text depends on beside the screen: the record selected in a list.
  var detail = ""

  /// Panels beside each other.
  struct Column {
    /// How wide: a number of cells, or a share of what is left.
    var width: Extent
    /// What stands in it from top to bottom.
    var slots: [Slot]

    init(_ width: Extent, _ slots: Slot...) {
      self.width = width
      self.slots = slots
    }
  }

  /// A place for one panel at a time.
  struct Slot {
    /// The panels that can stand here; the focused one does, else the first.
    var panels: [Int]
    /// How high.
    var height: Extent

    init(_ height: Extent, _ panels: Int...) {
      self.panels = panels
      self.height = height
    }
  }

  /// How many cells a column or slot takes.
  enum Extent {
    /// So many cells.
    case cells(Int)
    /// A share of what the others leave, by weight.
    case share(Int)
    /// As many as its list has rows, at most so many percent.
    case fit(Int)
  }
}
