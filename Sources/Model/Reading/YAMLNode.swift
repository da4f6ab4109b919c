import CYAML
import Text

/// A value of YAML with its place.
///
/// Scalars stay text, whatever YAML 1.1 makes of `NO` or `1:30`; the schema gives them types.
/// Aliases and deep nesting are refused, because with them a small file can expand to any size.
struct YAMLNode {
  struct Pair {
    package var key: String
    var line: Int
    var column: Int
    package var value: YAMLNode
  }

  enum Content {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([Pair])
  }

  package var content: Content
  var line: Int
  var column: Int

  /// How deep front matter may nest.
  static let depthLimit = 8

  /// The text of a scalar; nil for anything else.
  package var text: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// Parses a text; if there is a fault, what precedes it is kept.
  ///
  /// - Parameter firstLine: The number of the text's first line in diagnostics.
  static func parse(
    _ bytes: ArraySlice<UInt8>, file: String, firstLine: Int, depthLimit: Int = depthLimit,
    log: inout DiagnosticLog
  ) -> YAMLNode {
    var builder = Builder(file: file, firstLine: firstLine, depthLimit: depthLimit)
    return bytes.withUnsafeBufferPointer { builder.run($0, log: &log) }
  }
}

extension YAMLNode {
  /// Turns libyaml's events into nodes, with an explicit stack instead of recursion.
  private struct Builder {
    let file: String
    let firstLine: Int
    let depthLimit: Int
    var stack: [Frame] = []
    var root: YAMLNode?

    /// A collection that is still open.
    struct Frame {
      var node: YAMLNode
      package var key: YAMLNode?
    }

    mutating func run(
      _ bytes: UnsafeBufferPointer<UInt8>, log: inout DiagnosticLog
    ) -> YAMLNode {
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else {
        return YAMLNode(content: .scalar(""), line: firstLine, column: 1)
      }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      var isDone = false
      while !isDone {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else {
          report(parser, log: &log)
          break
        }
        isDone = !take(event, log: &log)
        yaml_event_delete(&event)
      }
      while !stack.isEmpty { closeCollection() }
      return root ?? YAMLNode(content: .scalar(""), line: firstLine, column: 1)
    }

    private func report(_ parser: yaml_parser_t, log: inout DiagnosticLog) {
      let problem = parser.problem.map { String(cString: $0) } ?? "unreadable"
      let isTab = problem.contains("tab ") || problem.contains("cannot start any token")
      log.error(
        Place(
          file, firstLine + Int(parser.problem_mark.line), Int(parser.problem_mark.column) + 1),
        "YAML: \(CleanText.line(problem))",
        remedy: isTab
          ? "indent with spaces, not tabs, and quote texts that start with a sign"
          : "quote texts that hold a colon or start with a sign")
    }

    /// Takes an event; false at the end or at a fault.
    private mutating func take(_ event: yaml_event_t, log: inout DiagnosticLog) -> Bool {
      let line = firstLine + Int(event.start_mark.line)
      let column = Int(event.start_mark.column) + 1
      switch event.type {
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        let text = String(
          decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        add(YAMLNode(content: .scalar(CleanText.line(text)), line: line, column: column))
      case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
        guard stack.count < depthLimit else {
          log.error(
            Place(file, line, column), "values are nested more than \(depthLimit) deep",
            remedy: "flatten them")
          return false
        }
        let content: Content =
          event.type == YAML_SEQUENCE_START_EVENT ? .sequence([]) : .mapping([])
        stack.append(
          Frame(node: YAMLNode(content: content, line: line, column: column)))
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        closeCollection()
      case YAML_ALIAS_EVENT:
        log.error(
          Place(file, line, column), "aliases are not allowed", remedy: "write the value out")
        add(YAMLNode(content: .scalar(""), line: line, column: column))
      case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT:
        return false
      default: break
      }
      return true
    }

    private mutating func closeCollection() {
      guard let frame = stack.popLast() else { return }
      add(frame.node)
    }

    private mutating func add(_ node: YAMLNode) {
      guard var frame = stack.popLast() else {
        root = root ?? node
        return
      }
      switch frame.node.content {
      case .sequence(var items):
        frame.node.content = .scalar("")
        items.append(node)
        frame.node.content = .sequence(items)
      case .mapping(var pairs):
        if let key = frame.key {
          frame.node.content = .scalar("")
          pairs.append(
            Pair(key: key.text ?? "", line: key.line, column: key.column, value: node))
          frame.node.content = .mapping(pairs)
          frame.key = nil
        } else {
          frame.key = node
        }
      case .scalar: break
      }
      stack.append(frame)
    }
  }
}
