/// The sequences from one pen to another, each worked out once.
final class PenChanges {
  private struct Change: Hashable {
    var old: Pen?
    var new: Pen
  }

  private let skills: TerminalSkills
  private let spellings: Spellings
  private var known: [Change: [UInt8]] = [:]

  /// The sequences for a terminal.
  init(_ skills: TerminalSkills, _ spellings: Spellings) {
    self.skills = skills
    self.spellings = spellings
  }

  /// The sequence to a pen from another; nil is one that is not known.
  func sequence(from old: Pen?, to new: Pen) -> [UInt8] {
    let change = Change(old: old, new: new)
    if let sequence = known[change] { return sequence }
    let sequence = new.change(from: old, skills, spellings)
    known[change] = sequence
    return sequence
  }
}
