import CNcurses

/// How typed characters arrive as bytes.
enum TypedBytes {
  /// In UTF-8, in one to four bytes.
  case utf8
  /// In one byte each; the list has the characters of the bytes from 0x80, nil where there is none.
  case single([Unicode.Scalar?])

  /// What the locale says.
  ///
  /// Where the locale knows ASCII alone (C), the terminal most likely types UTF-8 all the same.
  static var ofLocale: TypedBytes {
    let scalars = (0x80...0xff).map { (byte: Int32) -> Unicode.Scalar? in
      UInt32(exactly: cncurses_scalar(byte)).flatMap { Unicode.Scalar($0) }
    }
    // In an encoding of several bytes none of these stands by itself.
    return scalars.contains { $0.map { $0.value >= 0xa0 } ?? false } ? .single(scalars) : .utf8
  }
}
