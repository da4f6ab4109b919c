/// The visited places, like a browser's history.
package struct History: Hashable, Sendable {
  /// The places before the current one, the latest last.
  package private(set) var past: [Visit] = []
  /// The places left by going back, the nearest last.
  package private(set) var future: [Visit] = []

  /// The most places that are remembered.
  static let limit = 200

  /// A history without places.
  package init() {}

  /// Records that a place was left for a new one.
  mutating func leave(_ place: Visit) {
    past.append(place)
    if past.count > Self.limit { past.removeFirst() }
    future = []
  }

  /// Goes to the previous place; the current one can be returned to.
  mutating func back(from place: Visit) -> Visit? {
    guard let earlier = past.popLast() else { return nil }
    future.append(place)
    return earlier
  }

  /// Goes to the place left by going back.
  mutating func forward(from place: Visit) -> Visit? {
    guard let later = future.popLast() else { return nil }
    past.append(place)
    return later
  }
}
