/// The prose of a recommendation: as it is, or made when it is first asked for.
///
/// A folder of thousands is shown before all its prose is parsed. Several threads may ask at once:
/// then it may be made twice, and one result stays.
final class RecommendationBody: @unchecked Sendable {
  /// What is asked and why.
  struct Prose: Sendable {
    var text: [Block] = []
    var why: [Block] = []
    /// Whether nothing is wrong with it but what has been told already.
    var isFaultless = true
  }

  private var known: Prose?
  private var make: (@Sendable () -> Prose)?
  // One for all: it is held for as long as a few words are copied.
  private static let lock = Lock()

  /// A body that is there.
  init(_ prose: Prose) { known = prose }

  /// A body that a function makes when it is asked for.
  init(later make: @escaping @Sendable () -> Prose) { self.make = make }

  /// The prose, where it was made already.
  var ifKnown: Prose? { Self.lock.hold { known } }

  /// The prose.
  var prose: Prose {
    let (known, make) = Self.lock.hold { (self.known, self.make) }
    if let known { return known }
    let made = make?() ?? Prose()
    return Self.lock.hold {
      let prose = self.known ?? made
      self.known = prose
      self.make = nil
      return prose
    }
  }
}
