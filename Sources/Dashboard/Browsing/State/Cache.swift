/// What takes longer to make than a key may take, kept by what it is made from.
final class Cache {
  private var values: [AnyHashable: Any] = [:]

  /// A reader who searches and narrows down again and again would gather values without end.
  private static let limit = 32

  /// The value of a key, which is of one type for each type of key; made where it is not kept.
  package func value<Value>(_ key: some Hashable, _ make: () -> Value) -> Value {
    let key = AnyHashable(key)
    if let value = values[key] as? Value { return value }
    let value = make()
    if values.count >= Self.limit { values = [:] }
    values[key] = value
    return value
  }
}
