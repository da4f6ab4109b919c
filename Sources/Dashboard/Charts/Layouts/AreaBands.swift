extension ChartScene.Area {
  /// Turns shapes that overlap into bands, so that none hides another.
  ///
  /// In every dot column each shape reaches from its values to those of the next shape towards the
  /// base on the same side, and the nearest one to the base.
  static func bands(_ areas: [Self]) -> [Self] {
    guard areas.count > 1 else { return areas }
    var bands = areas
    for (index, area) in areas.enumerated() {
      for dot in area.tops.indices where area.tops[dot] >= 0 {
        let (top, base) = (area.tops[dot], area.bases[dot])
        var nearest = base
        for (place, other) in areas.enumerated() where place != index {
          guard other.start == area.start, other.tops.indices.contains(dot) else { continue }
          let height = other.tops[dot]
          guard height >= 0 else { continue }
          if top < base, height > top, height < nearest { nearest = height }
          if top > base, height < top, height > nearest { nearest = height }
        }
        bands[index].bases[dot] = nearest
      }
    }
    return bands
  }
}
