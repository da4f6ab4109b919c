/// A JSON value: text, number, boolean, null for nil, array or object.
package protocol JSONValue {
  func write(to writer: inout JSONWriter)
}

extension JSONValue {
  /// The value as JSON, with one line for each item of its arrays and a final line end.
  package var denseJSON: String {
    var writer = JSONWriter(.dense)
    write(to: &writer)
    return writer.text
  }
}

/// An object whose fields keep the order of the literal.
package struct JSONObject: JSONValue, ExpressibleByDictionaryLiteral {
  private let fields: [(String, any JSONValue)]

  package init(dictionaryLiteral fields: (String, any JSONValue)...) { self.fields = fields }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      for (name, value) in fields { writer.field(name, value) }
    }
  }
}

/// A number, or an array of numbers on one line, with its digits as given.
package struct JSONDigits: JSONValue {
  private let text: String

  package init(_ text: String) { self.text = text }

  package func write(to writer: inout JSONWriter) { writer.number(text) }
}

extension String: JSONValue {
  package func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Int: JSONValue {
  package func write(to writer: inout JSONWriter) { writer.number(String(self)) }
}

extension Double: JSONValue {
  package func write(to writer: inout JSONWriter) { writer.number(isFinite ? "\(self)" : nil) }
}

extension Bool: JSONValue {
  package func write(to writer: inout JSONWriter) { writer.number(self ? "true" : "false") }
}

extension Optional: JSONValue where Wrapped: JSONValue {
  package func write(to writer: inout JSONWriter) {
    if let self { self.write(to: &writer) } else { writer.number(nil) }
  }
}

extension Array: JSONValue where Element: JSONValue {
  package func write(to writer: inout JSONWriter) {
    writer.array(self) { $1.write(to: &$0) }
  }
}
