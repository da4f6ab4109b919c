import Canvas

/// The command line, checked against a command's table.
struct Arguments: Sendable {
  /// The command.
  let command: CommandSpec
  /// The operands.
  fileprivate(set) var operands: [String] = []
  /// Whether help was asked for, in which case nothing else was checked.
  fileprivate(set) var wantsHelp = false
  private var values: [String: [String]] = [:]

  init(_ command: CommandSpec) { self.command = command }

  /// Whether an option was given.
  func has(_ option: String) -> Bool { values[option] != nil }

  /// The last value of an option; nil if it was not given.
  package func value(_ option: String) -> String? { values[option]?.last }

  /// All values of an option, as they were given.
  package func values(_ option: String) -> [String] { values[option] ?? [] }

  /// All values of an option, split at commas.
  func list(_ option: String) -> [String] {
    (values[option] ?? []).flatMap { $0.split(separator: ",").map(String.init) }
  }

  /// The number that an option was given.
  package func number(_ option: String) -> Int? { value(option).flatMap { Int($0) } }

  /// The size that an option was given.
  func size(_ option: String) -> Size? { value(option).flatMap { Size($0) } }

  /// A failure of usage of this command.
  func fault(_ reason: String) -> Failure {
    .usage(reason, command: command.name.isEmpty ? nil : command.name)
  }
}

extension Arguments {
  /// Reads the words after a command's name.
  ///
  /// Options may be anywhere, as `--name value` or `--name=value`; after `--` everything is an
  /// operand, and so is `-` alone. If an option is given twice, the last one counts.
  init(_ command: CommandSpec, _ words: some Sequence<String>) throws(Failure) {
    self.init(command)
    var rest = Array(words)[...]
    var isLiteral = false
    while let word = rest.popFirst() {
      if isLiteral || !word.hasPrefix("-") || word == "-" {
        operands.append(word)
      } else if word == "--" {
        isLiteral = true
      } else if word == "-h" || word == "--help" {
        wantsHelp = true
        return
      } else {
        try takeOption(word, &rest)
      }
    }
    takeFolder()
    try checkOperands()
  }

  /// Takes an operand that is a dossier's folder as if `--dossier` stood before it.
  ///
  /// Only a folder with an index counts, and only without `--dossier`, so any other word keeps its
  /// meaning.
  private mutating func takeFolder() {
    guard !has("dossier"), command.options.contains(where: { $0.name == "dossier" }),
      let index = operands.firstIndex(where: DossierFolder.isOne)
    else { return }
    values["dossier"] = [operands.remove(at: index)]
  }

  private mutating func takeOption(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(Failure) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].hasPrefix("--") ? String(parts[0].dropFirst(2)) : ""
    guard let option = command.options.first(where: { $0.name == name }) else {
      let known = command.allOptions.map(\.name)
      let bare = String(parts[0].drop { $0 == "-" })
      throw fault(
        "no option '\(parts[0])'" + Suggestion.text(for: bare, in: known, prefix: "--"))
    }
    if case .none = option.value {
      guard parts.count == 1 else { throw fault("--\(name) takes no value") }
      values[name] = [""]
      return
    }
    guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
      throw fault("--\(name) needs a value: \(option.title)")
    }
    if let reason = option.value.fault(value) { throw fault("--\(name): \(reason)") }
    values[name, default: []].append(value)
  }

  private func checkOperands() throws(Failure) {
    for (index, operand) in command.operands.enumerated() {
      guard index < operands.count else {
        if operand.isNeeded { throw fault("\(operand.name) is missing: \(operand.help)") }
        return
      }
      for value in operand.repeats ? operands[index...] : operands[index...index] {
        if let reason = operand.value.fault(value) { throw fault("\(operand.name): \(reason)") }
      }
      if operand.repeats { return }
    }
    if operands.count > command.operands.count {
      throw fault("'\(operands[command.operands.count])' is unexpected")
    }
  }
}
