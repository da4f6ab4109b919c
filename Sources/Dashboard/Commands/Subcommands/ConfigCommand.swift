import Browsing
import Canvas
import Charts
import Query
import Reading
import Text

/// `dossier config`: the settings in force, and where each comes from.
enum ConfigCommand {
  static let spec = CommandSpec(
    name: "config",
    summary: "Show the settings in force, and where each comes from",
    options: [
      OptionSpec("format", .choice(["table", "json"]), "output format (default: table)"),
      OptionSpec("check", .file, "list the faults of this configuration and exit"),
      OptionSpec("example", "print a configuration with all defaults, to edit, and exit"),
      ScreenOptions.theme, ScreenOptions.color, ScreenOptions.glyphs, ScreenOptions.ascii,
      OptionSpec("mouse", "use the mouse: clicks and the wheel"), ScreenOptions.escapeDelay,
      OptionSpec("no-state", "neither read nor save bookmarks and the last place"),
    ],
    details: [
      "Options come first, then the environment, the configuration and the defaults. A setting "
        + "with a fault is ignored, the others apply. Faults go to the standard error, and the exit "
        + "status is 1 if one of them is an error."
    ],
    examples: [
      .init("dossier config", "the settings in force here"),
      .init("dossier config --example", "everything that can be set"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    if arguments.has("example") {
      output.write(Configuration.example)
      return .success
    }
    if let path = arguments.value("check") {
      let file = ConfigurationFile(path)
      guard file.isThere else { throw .failed("there is no file '\(path)'") }
      let faults = file.read().diagnostics
      for fault in faults { output.line(CleanText.line("\(fault)")) }
      output.flush()
      Output.complain(CleanText.line("dossier: '\(path)': \(CheckCommand.faults(faults))") + "\n")
      return faults.contains { $0.severity == .error } ? .findings : .success
    }
    let settings = try Settings(arguments)
    let table = RecordTable(columns: ["setting", "value", "from"], rows: rows(settings))
    if arguments.value("format") == "json" {
      output.write(table.text(.json))
    } else {
      output.write(TextTable(table).text(width: Console.columns))
    }
    output.flush()
    let faults = settings.configuration.diagnostics
    for fault in faults { Output.complain(CleanText.line("\(fault)") + "\n") }
    return faults.contains { $0.severity == .error } ? .findings : .success
  }

  private static func rows(_ settings: Settings) -> [[RecordTable.Cell]] {
    let place = settings.file?.title ?? ""
    func from(_ origin: Settings.Origin) -> String {
      switch origin {
      case .option(let name): name
      case .variable(let name): name
      case .file(let line): "\(place):\(line)"
      case .standard: "default"
      }
    }
    var rows: [[String]] = []
    func add<Value>(_ name: String, _ entry: Settings.Entry<Value>, _ text: (Value) -> String) {
      rows.append([name, text(entry.value), from(entry.origin)])
    }
    func word(_ isOn: Bool) -> String { isOn ? "on" : "off" }
    add("theme", settings.theme, \.name)
    add("color", settings.color, \.rawValue)
    add("glyphs", settings.glyphs, \.rawValue)
    add("ascii", settings.ascii, word)
    add("mouse", settings.mouse, word)
    add("escdelay", settings.escdelay, String.init)
    add("state", settings.state, word)
    let configuration = settings.configuration
    for (action, line) in configuration.keyLines.sorted(by: { $0.value < $1.value }) {
      let keys = configuration.keys.binding(for: action)?.keys ?? []
      rows.append(["keys: \(action.name)", names(keys), from(.file(line: line))])
    }
    for (action, line) in configuration.talkKeyLines.sorted(by: { $0.value < $1.value }) {
      let keys = configuration.talkKeys.binding(for: action)?.keys ?? []
      rows.append(["talk-keys: \(action.name)", names(keys), from(.file(line: line))])
    }
    for theme in configuration.themes {
      rows.append(["themes", theme.value.name, from(.file(line: theme.line))])
    }
    let isThere = settings.file?.isThere ?? false
    rows.append([
      "configuration", place.isEmpty ? "none" : place, isThere ? "read" : "not there",
    ])
    return rows.map { $0.map { .text(CleanText.line($0)) } }
  }

  private static func names(_ keys: [Key]) -> String {
    keys.isEmpty ? "none" : keys.map(\.description).joined(separator: ", ")
  }
}
