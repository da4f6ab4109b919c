import Glibc
import Sharing

/// The options that name a briefing.
enum BriefingOptions {
  /// The briefing's name.
  static let name = OptionSpec(
    "name", .text("NAME"), "the briefing's name (default: briefing)")
  /// A place that other accounts can reach.
  static let socket = OptionSpec(
    "socket", .file, "the audience's socket, if other accounts are to follow")

  /// Where the briefing of a presenter is.
  package static func place(_ arguments: Arguments) throws(Failure) -> BriefingPlace {
    do throws(SharingFault) {
      if let path = arguments.value("socket") { return try BriefingPlace(socket: path) }
      return try BriefingPlace(
        name: arguments.value("name") ?? "briefing", runtimeFolder: runtimeFolder)
    } catch {
      throw .failed(error.message)
    }
  }

  /// Joins a briefing.
  static func link(
    _ place: BriefingPlace, as seat: ControlSeat
  ) throws(Failure) -> ControlLink {
    do throws(SharingFault) {
      return try ControlLink(place, as: seat)
    } catch {
      throw .failed(error.message)
    }
  }

  /// Where the briefing is that a follower names; without a name, the only one there is.
  package static func place(toFollow name: String?, _ arguments: Arguments) throws(Failure)
    -> BriefingPlace
  {
    if arguments.value("socket") != nil {
      guard name == nil else { throw arguments.fault("give either NAME or --socket, not both") }
      return try place(arguments)
    }
    let names = name == nil ? BriefingPlace.names(runtimeFolder: runtimeFolder) : []
    let live = names.filter { BriefingPlace.isOn($0, runtimeFolder: runtimeFolder) }
    if live.count > 1 {
      throw .failed("which briefing? There are: \(live.joined(separator: ", "))")
    }
    if live.isEmpty, !names.isEmpty {
      let dead = names.joined(separator: ", ")
      throw .failed(
        "no briefing is running; \(dead) left sockets on which nobody answers,"
          + " and the next briefing of that name replaces them")
    }
    do throws(SharingFault) {
      return try BriefingPlace(
        name: name ?? live.first ?? "briefing", runtimeFolder: runtimeFolder)
    } catch {
      throw .failed(error.message)
    }
  }

  /// Continues a briefing; if somebody presents it, only if the user agrees.
  static func takeUp(_ place: BriefingPlace) throws(Failure) -> ControlLink {
    let link = try link(place, as: .presenter)
    // Waits for the answer, which the link stores.
    _ = link.edition()
    guard link.refusal == .taken else { return link }
    let question = "This briefing is being presented at another terminal. Take it over? [y/N] "
    guard Console.confirms(question) else {
      throw .failed(
        "the briefing stays where it is; 'dossier present --console' joins the presenter")
    }
    return try self.link(place, as: .successor)
  }

  /// Who may follow, as a mode of `chmod`; by default those who may follow already, or only the
  /// user.
  static func audienceMode(
    _ arguments: Arguments, at place: BriefingPlace?
  ) throws(Failure) -> mode_t {
    guard let text = arguments.value("audience-mode") else { return place?.audienceMode ?? 0o600 }
    guard let mode = mode_t(text, radix: 8), mode & ~0o666 == 0, mode & 0o600 == 0o600 else {
      throw arguments.fault("--audience-mode: '\(text)' is not one of 600, 620, 660, 622, 662, 666")
    }
    return mode
  }

  private static var runtimeFolder: String? { Console.variable("XDG_RUNTIME_DIR") }
}
