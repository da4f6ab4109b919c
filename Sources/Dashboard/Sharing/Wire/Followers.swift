/// How many people follow a briefing, and the sizes of their terminals.
package struct Followers: Equatable, Sendable {
  /// The followers with one size.
  package struct Group: Equatable, Sendable {
    package let size: ScreenSize
    package let count: Int

    package init(size: ScreenSize, count: Int) {
      self.size = size
      self.count = count
    }
  }

  /// All followers.
  package let count: Int
  /// The smallest sizes and how many followers have them, smallest first, at most `groupLimit`.
  package let groups: [Group]

  /// How many sizes are listed.
  package static let groupLimit = 32

  package init(count: Int, groups: [Group]) {
    self.count = count
    self.groups = groups
  }

  /// Counts sizes.
  init(_ sizes: some Sequence<ScreenSize>) {
    var counts: [ScreenSize: Int] = [:]
    for size in sizes { counts[size, default: 0] += 1 }
    self.init(
      count: counts.values.reduce(0, +),
      groups: counts.sorted { $0.key < $1.key }.prefix(Self.groupLimit).map {
        Group(size: $0.key, count: $0.value)
      })
  }

  /// The fields of a line: the number of all, then `40x12*3 80x24*297`.
  var fields: [[UInt8]] {
    let sizes = groups.map { "\($0.size)*\($0.count)" }
    return [WireText.field(count), WireText.field(sizes.joined(separator: " "))]
  }

  /// Reads the two fields; nil for anything else.
  init?(_ fields: ArraySlice<ArraySlice<UInt8>>) {
    guard fields.count == 2, let first = fields.first, let last = fields.last,
      let count = WireText.number(first)
    else { return nil }
    var groups: [Group] = []
    for part in last.split(separator: UInt8(ascii: " ")) {
      let halves = part.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
      guard groups.count < Self.groupLimit, halves.count == 2, let size = ScreenSize(halves[0]),
        let number = WireText.number(halves[1])
      else { return nil }
      groups.append(Group(size: size, count: number))
    }
    self.init(count: count, groups: groups)
  }
}
