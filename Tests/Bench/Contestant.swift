import Glibc

/// A program that is measured, and the keys that make it do comparable things.
struct Contestant {
  /// What heads its column.
  let name: String
  let path: String
  let arguments: [String]
  let environment: [String: String]
  /// Keys pressed after the first screen, to come to a list that can be moved in.
  let preparation: [String]
  /// The key that moves the selection down, or the text where there is no selection.
  let down: String
  /// The key that goes a page down.
  let pageDown: String
  /// Keys that each lead to another screen.
  let screens: [String]
  /// The key that opens what Escape closes; nil where Escape is not measured.
  let overlay: String?
  /// A file of what it shows, whose changes it shows by itself; nil for none.
  let file: String?

  init(
    _ name: String, _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
    preparation: [String] = [], down: String = "j", pageDown: String = " ",
    screens: [String] = [], overlay: String? = nil, file: String? = nil
  ) {
    self.name = name
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.preparation = preparation
    self.down = down
    self.pageDown = pageDown
    self.screens = screens
    self.overlay = overlay
    self.file = file
  }

  /// The program under test and those of its kind that are installed.
  ///
  /// - Parameters:
  ///   - program: The path of `dossier`.
  ///   - workshop: What the others have to show.
  static func all(_ program: String, _ workshop: Workshop) -> [Contestant] {
    let home = ["HOME": workshop.folder, "XDG_STATE_HOME": workshop.folder + "/state"]
    var all = [
      Contestant(
        "dossier", program, environment: home, preparation: ["r"], pageDown: "\u{1B}[6~",
        overlay: "?")
    ]
    if let less = installed("less") {
      all.append(Contestant("less", less, [workshop.text], environment: home))
    }
    if let tig = installed("tig") {
      all.append(Contestant("tig", tig, ["-C", workshop.repository], environment: home))
    }
    if let htop = installed("htop") {
      all.append(
        Contestant(
          "htop", htop, environment: home, down: "\u{1B}OB", pageDown: "\u{1B}[6~"))
    }
    return all
  }

  /// The path of a program that the search path holds; nil where there is none.
  static func installed(_ name: String) -> String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }
  }
}
