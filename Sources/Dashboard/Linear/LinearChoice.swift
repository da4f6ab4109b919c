package import Browsing
package import Records

/// What a number on a page opens.
package enum LinearChoice: Hashable {
  /// What a row of the dashboard's list opens.
  case destination(Destination)
  /// A section of the current chapter; the chapter itself for its key messages.
  case section(chapter: String, Reference)
  /// A web address, which is printed and not opened.
  case address(String)
  /// The counts of one row of the matrix.
  case matrixRow(Int)
  /// An indicator to compare with the current one.
  case compare(String)
  /// A series to hide or to show again.
  case series(Int)

  /// The record of the choice; nil for everything else.
  package var reference: Reference? {
    switch self {
    case .destination(.record(let reference)), .section(_, let reference): reference
    case .destination(.route(let route)): route.reference
    default: nil
    }
  }
}
