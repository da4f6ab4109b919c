import CNcurses

/// How typed characters arrive as bytes.
enum TypedBytes {
  /// In UTF-8, in one to four bytes.
  case utf8
  /// In one byte each; the list has the characters of the bytes from 0x80, nil for bytes without
  /// one.
  case single([Unicode.Scalar?])

  /// The locale's encoding.
  ///
  /// If the locale knows only ASCII (C), the terminal most likely still types UTF-8.
  static var ofLocale: TypedBytes {
    let scalars = (0x80...0xff).map { (byte: Int32) -> Unicode.Scalar? in
      UInt32(exactly: cncurses_scalar(byte)).flatMap { Unicode.Scalar($0) }
    }
    // In an encoding of several bytes, none of these is a character by itself.
    return scalars.contains { $0.map { $0.value >= 0xa0 } ?? false } ? .single(scalars) : .utf8
  }
}
