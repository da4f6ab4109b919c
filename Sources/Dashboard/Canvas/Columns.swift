import Text

extension Character {
  /// The columns that the character takes in a terminal, mostly 0, 1 or 2.
  package var columns: Int { TextWidth.columns(of: self) }
}

extension StringProtocol {
  /// The columns that the text takes in a terminal.
  package var columns: Int { TextWidth.columns(of: self) }
}

extension Unicode.Scalar {
  /// The columns of the scalar: 0 for combining and invisible ones, 2 for wide ones.
  package var columns: Int { TextWidth.columns(of: self) }
}
