extension Pen {
  /// The shortest sequence from one pen to another, empty where they are the same.
  ///
  /// Either everything ends and what is wanted begins anew, or only what differs ends and begins.
  ///
  /// - Parameter old: The pen in force; nil where it is not known.
  func change(
    from old: Pen?, _ skills: TerminalSkills, _ spellings: Spellings
  ) -> [UInt8] {
    if old == self { return [] }
    // Nothing stands for 0, which ends everything (5.4.2).
    let anew = Self.sequence([[]] + beginnings(after: .plain, spellings))
    guard let old, let ends = ends(of: old, skills) else { return anew }
    let difference = Self.sequence(ends.texts + beginnings(after: ends.left, spellings))
    return difference.count <= anew.count ? difference : anew
  }

  /// The parameters that end what another pen has and this one has not, and what is left of it; nil
  /// where the terminal cannot end that by itself.
  private func ends(of old: Pen, _ skills: TerminalSkills) -> (texts: [[UInt8]], left: Pen)? {
    var left = old
    var texts: [[UInt8]] = []
    let surplus = old.attributes.subtracting(attributes)
    guard surplus.isSubset(of: [.bold, .dim, .italic, .underline, .reverse]) else { return nil }
    func end(_ attributes: Attributes, _ text: String, _ isAble: Bool) -> Bool {
      guard !surplus.isDisjoint(with: attributes) else { return true }
      left.attributes.subtract(attributes)
      texts.append(Array(text.utf8))
      return isAble
    }
    guard end([.bold, .dim], "22", skills.endsAttributes),
      end(.italic, "23", skills.endsItalics), end(.underline, "24", skills.endsAttributes),
      end(.reverse, "27", skills.endsAttributes)
    else { return nil }
    if old.ink != 0, ink == 0 {
      left.ink = 0
      texts.append(Array("39".utf8))
    }
    if old.ground != 0, ground == 0 {
      left.ground = 0
      texts.append(Array("49".utf8))
    }
    let endsColour = left.ink != old.ink || left.ground != old.ground
    return endsColour && !skills.endsColours ? nil : (texts, left)
  }

  /// The parameters that begin what another pen lacks.
  private func beginnings(after old: Pen, _ spellings: Spellings) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    let missing = attributes.subtracting(old.attributes)
    for bit in 1...9 where missing.contains(Attributes(rawValue: 1 << bit)) {
      texts.append([UInt8(ascii: "0") + UInt8(bit)])
    }
    if ink != old.ink { texts.append(spellings[ink]) }
    if ground != old.ground { texts.append(spellings[ground]) }
    return texts
  }

  /// One sequence of all parameters; terminals keep at least 16, and there are never more.
  private static func sequence(_ texts: [[UInt8]]) -> [UInt8] {
    [0x1b, UInt8(ascii: "[")] + texts.joined(separator: [UInt8(ascii: ";")])
      + [UInt8(ascii: "m")]
  }
}
