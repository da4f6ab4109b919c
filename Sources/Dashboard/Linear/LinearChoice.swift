package import Browsing
package import Records

/// What a number on a page leads to.
package enum LinearChoice: Hashable {
  /// What a row of the dashboard's list leads to.
  case destination(Destination)
  /// A section of the chapter that is read; the chapter itself for its key messages.
  case section(chapter: String, Reference)
  /// A web address, which is said and not opened.
  case address(String)
  /// The counts of one row of the matrix.
  case matrixRow(Int)
  /// An indicator to compare the present one with.
  case compare(String)
  /// A series to leave out or to put in again.
  case series(Int)

  /// The record that the choice is; nil for everything else.
  package var reference: Reference? {
    switch self {
    case .destination(.record(let reference)), .section(_, let reference): reference
    case .destination(.route(let route)): route.reference
    default: nil
    }
  }
}
