import Glibc
import Reading
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Records
@testable import Talk

/// All tests of briefings in terminals.
@Suite enum BriefingTests {}

/// A briefing with all its ends, in folders of its own.
///
/// What is typed at one end is carried to the others here as the program does it there, so that
/// after each key every screen can be compared with what it has to be.
final class BriefingRun {
  let folder: CommandFolder
  let reading: Reading
  private(set) var ends: [BriefingEnd] = []
  private var shown: PublicState?
  private var course: PrivateState?
  private var text: [String] = []

  var environment: [String: String] {
    ["XDG_RUNTIME_DIR": folder.path, "XDG_STATE_HOME": "\(folder.path)/state"]
  }
  private var dossier: [String] { ["--dossier", folder.path] }

  /// A small dossier with a deck, and nobody there yet.
  init() throws {
    folder = try .sample()
    try folder.write("decks/talk.md", Self.deck)
    reading = DossierReader.read(DiskFolder(folder.path))
    try #require(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
  }

  deinit { for process in hosts { kill(process, SIGKILL) } }

  // MARK: Ends

  /// Starts a presenter, or takes the briefing up again.
  func present(
    _ arguments: [String] = ["talk"], size: Size = Size(width: 80, height: 24)
  ) throws -> BriefingEnd {
    let end = try start(.presenter, ["present"] + arguments + dossier, size)
    if shown == nil { carry([.share(end.talk.shown, end.talk.course)], from: end) }
    try #require(end.difference() == nil)
    return end
  }

  /// Attaches a console.
  func attach(size: Size = Size(width: 100, height: 30)) throws -> BriefingEnd {
    try start(.console, ["present", "--console"] + dossier, size)
  }

  /// Adds a follower, with this dossier or with the one at a path, who sees the same; an empty path
  /// is none.
  func follow(
    size: Size, dossier path: String? = nil, _ arguments: [String] = []
  ) throws -> BriefingEnd {
    let own = path.map { $0.isEmpty ? [] : ["--dossier", $0] } ?? dossier
    return try start(.follower, ["follow"] + own + arguments, size)
  }

  private func start(
    _ seat: Talk.Seat, _ arguments: [String], _ size: Size
  ) throws -> BriefingEnd {
    let stage = try self.stage()
    let end = try BriefingEnd(
      seat, arguments, size: size, stage: stage, environment: environment)
    ends.append(end)
    if let shown {
      end.tell(.text(text))
      end.tell(.received(shown, course))
    }
    tellWhoIsThere()
    return end
  }

  private func stage() throws -> Stage {
    let deck = try #require(reading.dossier.decks.first { $0.id == "talk" })
    return Stage(deck, Library(reading))
  }

  // MARK: What happens

  /// Types keys at an end, one after the other; what is wrong on any screen after one of them.
  func press(_ names: String, at end: BriefingEnd) throws -> String? {
    for name in names.split(separator: " ") {
      carry(try end.press(String(name)), from: end)
      if let difference = difference() { return "after \(name) of \(names): \(difference)" }
    }
    return nil
  }

  /// Changes the size of an end.
  func resize(_ end: BriefingEnd, to size: Size) {
    carry(end.resize(size), from: end)
    tellWhoIsThere()
  }

  /// The end of an end: the others learn that it is gone.
  func leave(_ end: BriefingEnd) -> PseudoTerminal.Ending? {
    let ending = end.ending()
    ends.removeAll { $0 === end }
    tellWhoIsThere()
    return ending
  }

  /// What is wrong on any screen.
  func difference() -> String? {
    for end in ends {
      if let difference = end.difference() { return difference }
    }
    return nil
  }

  private func carry(_ effects: [TalkEffect], from sender: BriefingEnd) {
    for case .share(let shown, let course) in effects {
      self.shown = PublicState(shown.line)
      self.course = PrivateState(course.line)
      text = SlideText.paragraphs(sender.talk, sender.stage)
      for end in ends where end !== sender {
        end.tell(.text(text))
        end.tell(.received(shown, course))
      }
    }
  }

  /// The presenters are told who follows, and the followers whether somebody presents.
  private func tellWhoIsThere() {
    let followers = ends.filter { $0.talk.seat == .follower }
    let least = Audience.leastSize
    let small = followers.map(\.talk.size).filter {
      $0.width < least.width || $0.height < least.height
    }
    let isWaiting = followers.count == ends.count
    for end in ends {
      if end.talk.seat != .follower {
        end.tell(.audience(Audience(count: followers.count, tooSmall: small)))
      } else if var shown {
        shown.isWaiting = isWaiting
        end.tell(.received(shown, nil))
      }
    }
  }

  // MARK: What is left

  /// The background processes of this briefing.
  var hosts: [pid_t] {
    guard let stream = opendir("/proc") else { return [] }
    defer { closedir(stream) }
    var found: [pid_t] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let process = pid_t(name), let line = Files.read("/proc/\(name)/cmdline") else {
        continue
      }
      if line.contains("host-briefing\0"), line.contains(folder.path + "/") {
        found.append(process)
      }
    }
    return found
  }

  /// Waits until there is one background process, and that is not the one named.
  ///
  /// A process that starts another is in the list twice for a moment.
  func onlyHost(besides former: pid_t?, while wait: () -> Void) -> pid_t? {
    let deadline = RealTime.now + DashboardRun.patience
    repeat {
      let hosts = hosts
      if hosts.count == 1, hosts[0] != former { return hosts[0] }
      wait()
    } while RealTime.now < deadline
    return nil
  }

  /// Waits until no process and no socket of the briefing is left.
  func isOver() -> Bool {
    let deadline = RealTime.now + DashboardRun.patience
    while RealTime.now < deadline {
      if hosts.isEmpty, access("\(folder.path)/dossier/briefing.control", F_OK) != 0 {
        return true
      }
      usleep(5000)
    }
    return false
  }

  /// Ends the briefing from an end; what is wrong with how the ends end.
  func finish(from end: BriefingEnd) throws -> String? {
    _ = try end.press("q")
    _ = try end.press("e")
    for end in ends where end.ending() != .exited(0) {
      return "\(end.talk.seat) \(end.talk.size): \(end.terminal.ending as Any)"
    }
    for end in ends where end.talk.seat != .presenter {
      if !end.shows("the briefing is over") { return "a \(end.talk.seat) was told nothing" }
    }
    return isOver() ? nil : "something is left: \(hosts)"
  }

  /// Every kind of slide, with steps, notes and more than fits a screen.
  static let deck = """
    ---
    title: The talk
    minutes: 10
    must-show:
      - wells
      - the-end
    ---

    # The talk

    <!-- note: Wait until all sit. -->

    ---

    ## Wells

    - One

    <!-- pause -->

    - Two

    <!-- note: A secret remark. -->
    <!-- pause -->

    - Three

    ---

    ## How many

    <!-- minutes: 2 -->

    ![](chart:wells)

    ---

    ## A long list

    \((1...40).map { "- item \($0)" }.joined(separator: "\n"))

    ---

    ## Who is asked

    ![](rec:water-1)

    ---

    ## The end

    Thank you.

    """
}

/// What time it is.
enum RealTime {
  /// Milliseconds since 1970.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
