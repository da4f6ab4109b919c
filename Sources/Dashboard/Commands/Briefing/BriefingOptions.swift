import Glibc
import Sharing

/// The options that say which briefing is meant.
enum BriefingOptions {
  /// The briefing's name.
  static let name = OptionSpec(
    "name", .text("NAME"), "the briefing's name ('briefing' if left out)")
  /// A place that other accounts can reach.
  static let socket = OptionSpec(
    "socket", .file, "the audience's socket, where other accounts are to follow")

  /// Where the briefing of a presenter is.
  static func place(_ arguments: Arguments) throws(Failure) -> BriefingPlace {
    do throws(SharingFault) {
      if let path = arguments.value("socket") { return try BriefingPlace(socket: path) }
      return try BriefingPlace(
        name: arguments.value("name") ?? "briefing", runtimeFolder: runtimeFolder)
    } catch {
      throw .failed(error.message)
    }
  }

  /// Joins a briefing.
  static func link(_ place: BriefingPlace) throws(Failure) -> ControlLink {
    do throws(SharingFault) {
      return try ControlLink(place)
    } catch {
      throw .failed(error.message)
    }
  }

  /// Where the briefing is that a follower names; the only one there is when none is named.
  static func place(toFollow name: String?, _ arguments: Arguments) throws(Failure) -> BriefingPlace
  {
    if arguments.value("socket") != nil {
      guard name == nil else { throw arguments.fault("NAME and --socket name two briefings") }
      return try place(arguments)
    }
    let names = BriefingPlace.names(runtimeFolder: runtimeFolder)
    if name == nil, names.count > 1 {
      throw .failed("which briefing? There are: \(names.joined(separator: ", "))")
    }
    do throws(SharingFault) {
      return try BriefingPlace(
        name: name ?? names.first ?? "briefing", runtimeFolder: runtimeFolder)
    } catch {
      throw .failed(error.message)
    }
  }

  /// Who may follow, as `chmod` writes it; the user alone when nothing is said.
  static func audienceMode(_ arguments: Arguments) throws(Failure) -> mode_t {
    guard let text = arguments.value("audience-mode") else { return 0o600 }
    guard let mode = mode_t(text, radix: 8), mode & ~0o666 == 0, mode & 0o600 == 0o600 else {
      throw arguments.fault("--audience-mode: '\(text)' is none of 600, 620, 660, 622, 662, 666")
    }
    return mode
  }

  private static var runtimeFolder: String? { Console.variable("XDG_RUNTIME_DIR") }
}
