// The decks, field by field. A change here needs another `Snapshot.version`.

extension Deck: SnapshotValue {
  static var blank: Deck { Deck(id: "", title: "") }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&id, &title, &minutes)
    try coder.code(&slides, &file)
  }
}

extension Slide: SnapshotValue {
  static var blank: Slide { Slide(id: "") }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&id, &heading, &isTitle, &elements)
    try coder.code(&notes, &minutes, &isMust, &line)
  }
}

extension SpeakerNote: SnapshotValue {
  static var blank: SpeakerNote { SpeakerNote([]) }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&text)
    try coder.codeStep(&step)
  }
}

extension SlideElement: SnapshotValue {
  static var blank: SlideElement { SlideElement(.blank) }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&content)
    try coder.codeStep(&step)
  }
}

extension SlideContent: SnapshotValue {
  static var blank: SlideContent { .block(.blank) }

  private var number: UInt64 {
    switch self {
    case .block: 0
    case .inclusion: 1
    case .columns: 2
    }
  }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.descend()
    switch try coder.tag(number, below: 3) {
    case 0:
      var block = Block.blank
      if case .block(let old) = self { block = old }
      try coder.code(&block)
      self = .block(block)
    case 1:
      var inclusion = Inclusion.blank
      if case .inclusion(let old) = self { inclusion = old }
      try coder.code(&inclusion)
      self = .inclusion(inclusion)
    default:
      var columns: [[SlideElement]] = []
      if case .columns(let old) = self { columns = old }
      try coder.code(&columns)
      self = .columns(columns)
    }
    coder.ascend()
  }
}

/// An inclusion stands as it is written in a deck.
extension Inclusion: SnapshotValue {
  static var blank: Inclusion { .matrix }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    var text = description
    try coder.code(&text)
    guard let inclusion = Inclusion(text) else { throw .damaged }
    self = inclusion
  }
}

extension SnapshotCoder {
  /// A step, which is never less than zero.
  fileprivate mutating func codeStep(_ step: inout Int) throws(SnapshotFault) {
    try code(&step)
    guard step >= 0 else { throw .damaged }
  }
}
