import Model

/// How many recommendations there are of each sort, counted in one pass over thousands.
struct FacetCounts {
  /// All of the standing that was asked for.
  private(set) var total = 0
  /// Those of more than one addressee.
  private(set) var joint = 0
  /// Those of each chapter, addressee and theme by its id.
  private(set) var chapters: [String: Int] = [:]
  private(set) var addressees: [String: Int] = [:]
  private(set) var themes: [String: Int] = [:]

  /// Counts the recommendations of a standing; of any for nil.
  init(_ all: [Recommendation], _ standing: Recommendation.Standing?) {
    for index in all.indices where standing == nil || all[index].standing == standing {
      total += 1
      if all[index].isJoint { joint += 1 }
      chapters[all[index].chapter, default: 0] += 1
      for id in all[index].addressees { addressees[id, default: 0] += 1 }
      for id in Set(all[index].themes) { themes[id, default: 0] += 1 }
    }
  }
}
