extension Period {
  /// Reads a period from the bytes of a cell; a plain year, the usual case, without a copy.
  init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    let zero = UInt8(ascii: "0")
    if bytes.count == 4, bytes.allSatisfy({ $0 >= zero && $0 <= zero + 9 }) {
      self = .year(bytes.reduce(0) { $0 * 10 + Int($1 - zero) })
    } else {
      self.init(String(decoding: bytes, as: UTF8.self))
    }
  }
}
