/// Values that take longer to make than the answer to a key may, kept by what they are made from.
final class Cache {
  private var values: [AnyHashable: Any] = [:]

  /// Limited, because a reader who keeps searching and filtering would otherwise collect values
  /// endlessly.
  private static let limit = 32

  /// The value for a key; each type of key has one type of value.
  ///
  /// Makes it if it is not kept.
  package func value<Value>(_ key: some Hashable, _ make: () -> Value) -> Value {
    let key = AnyHashable(key)
    if let value = values[key] as? Value { return value }
    let value = make()
    if values.count >= Self.limit { values = [:] }
    values[key] = value
    return value
  }
}
