import CNcurses
import Interface

extension Session {
  /// Whether the C library's locale knows a character; ncurses draws no other as it is.
  public func knows(_ scalar: Unicode.Scalar) -> Bool {
    charset == .unicode && cncurses_columns(wchar_t(scalar.value)) > 0
  }
}
