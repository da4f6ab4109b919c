import Glibc
import Testing

@testable import Sharing
@testable import System

@Suite("Where the sockets stand")
struct SocketFileTests {
  @Test("the control socket is its owner's alone, the audience's as asked")
  func modes() throws {
    let folder = try BriefingFolder()
    for mode in [mode_t(0o600), 0o660, 0o666] {
      let sockets = try BriefingSockets(folder.place, audienceMode: mode)
      #expect(BriefingFolder.mode(folder.place.control) == 0o600)
      #expect(BriefingFolder.mode(folder.place.audience) == mode)
      sockets.remove()
      #expect(!BriefingFolder.exists(folder.place.control))
      #expect(!BriefingFolder.exists(folder.place.audience))
    }
  }

  @Test("a socket that nobody answers on is replaced")
  func stale() throws {
    let folder = try BriefingFolder()
    for path in [folder.place.control, folder.place.audience] {
      let socket = try Socket.open()
      #expect(try SocketAddress(path).call { bind(socket, $0, $1) } == 0)
      close(socket)
    }
    #expect(try SocketFile.occupant(folder.place.control) == .stale)
    let sockets = try BriefingSockets(folder.place)
    #expect(try SocketFile.occupant(folder.place.control) == .live)
    sockets.remove()
  }

  @Test("a second briefing of the same name is refused, and the first is left alone")
  func second() throws {
    let host = try RunningHost()
    #expect(throws: SharingFault.isOn(host.place.control)) { try BriefingSockets(host.place) }
    try HostileControlTests.expectService(host)
  }

  @Test("half of a briefing counts as one that is on")
  func half() throws {
    let folder = try BriefingFolder()
    let audience = try SocketFile(folder.place.audience, mode: 0o600)
    #expect(throws: SharingFault.isOn(folder.place.audience)) { try BriefingSockets(folder.place) }
    #expect(audience.isInPlace)
    #expect(!BriefingFolder.exists(folder.place.control))
  }

  @Test("a symbolic link is neither followed nor removed", arguments: [true, false])
  func link(isDangling: Bool) throws {
    let folder = try BriefingFolder()
    let target = folder.path + "/target"
    if !isDangling { close(creat(target, 0o644)) }
    for path in [folder.place.control, folder.place.audience] {
      #expect(symlink(target, path) == 0)
      #expect(throws: SharingFault.inTheWay(path)) { try BriefingSockets(folder.place) }
      #expect(BriefingFolder.exists(path))
      #expect(BriefingFolder.exists(target) == !isDangling)
      unlink(path)
    }
    #expect(isDangling || BriefingFolder.mode(target) == 0o644)
  }

  @Test("a link to a live socket is not followed either")
  func linkToSocket() throws {
    let host = try RunningHost()
    let folder = try BriefingFolder()
    #expect(symlink(host.place.control, folder.place.control) == 0)
    #expect(throws: SharingFault.inTheWay(folder.place.control)) {
      try BriefingSockets(folder.place)
    }
  }

  @Test("a file or a folder in the way is refused and stays")
  func inTheWay() throws {
    let folder = try BriefingFolder()
    close(creat(folder.place.audience, 0o600))
    #expect(throws: SharingFault.inTheWay(folder.place.audience)) {
      try BriefingSockets(folder.place)
    }
    #expect(BriefingFolder.exists(folder.place.audience))
    #expect(!BriefingFolder.exists(folder.place.control))
  }

  @Test("at the end only the own sockets are removed")
  func removal() throws {
    let folder = try BriefingFolder()
    let sockets = try BriefingSockets(folder.place)
    unlink(folder.place.control)
    let other = try SocketFile(folder.place.control, mode: 0o600)
    sockets.remove()
    #expect(other.isInPlace)
    #expect(!BriefingFolder.exists(folder.place.audience))
  }

  @Test("sockets that were swept away are put back, and those connected stay")
  func sweptAway() throws {
    var rules = HostRules()
    rules.patrol = 20
    let host = try RunningHost(rules)
    let follower = try Peer.follower(host.place)
    #expect(follower.line() == "state\twaiting\t")
    unlink(host.place.control)
    unlink(host.place.audience)
    let deadline = Clock.now + Peer.patience
    // A socket that is bound and does not listen yet counts as stale.
    while try SocketFile.occupant(host.place.audience) != .live, Clock.now < deadline {
      usleep(1000)
    }
    while try SocketFile.occupant(host.place.control) != .live, Clock.now < deadline {
      usleep(1000)
    }
    try HostileControlTests.expectService(host)
    #expect(follower.line(from: "state\tlive\tstill here") != nil)
  }

  @Test("a folder that others have access to is not used")
  func openFolder() throws {
    let folder = try BriefingFolder()
    #expect(chmod(folder.path, 0o755) == 0)
    #expect(throws: SharingFault.self) { try BriefingSockets(folder.place) }
    #expect(throws: SharingFault.self) { try ControlClient(folder.place) }
  }

  @Test("a link in place of the folder is not used")
  func linkedFolder() throws {
    let folder = try BriefingFolder()
    let inner = folder.path + "/inner"
    #expect(symlink("/tmp", inner) == 0)
    let place = BriefingPlace(
      control: inner + "/x.control", audience: inner + "/x.audience", folder: inner)
    #expect(throws: SharingFault.badFolder(inner, reason: "it is not a folder")) {
      try BriefingSockets(place)
    }
  }

  @Test("a path that is too long is refused with its limit")
  func longPath() throws {
    let path = "/tmp/" + String(repeating: "x", count: 103)
    let place = try BriefingPlace(socket: path)
    #expect(throws: SharingFault.longPath(path + ".control")) { try BriefingSockets(place) }
    #expect(SharingFault.longPath(path).message.contains("at most 107 bytes"))
  }

  @Test("names are files' names and no paths")
  func names() throws {
    let place = try BriefingPlace(name: "talk-1.b", runtimeFolder: "/run/user/7")
    #expect(place.control == "/run/user/7/dossier/talk-1.b.control")
    #expect(place.audience == "/run/user/7/dossier/talk-1.b.audience")
    let fallback = try BriefingPlace(name: "t", runtimeFolder: "relative")
    #expect(fallback.folder == "/tmp/dossier-\(geteuid())")
    for name in ["", ".", "..", "../x", "a/b", "-x", ".x", "é", "a b", "a\n"] {
      #expect(throws: SharingFault.badName(name)) {
        try BriefingPlace(name: name, runtimeFolder: "/run")
      }
    }
  }

  @Test("the names of the briefings that are there are listed")
  func list() throws {
    let folder = try BriefingFolder()
    #expect(mkdir(folder.path + "/dossier", 0o700) == 0)
    let sockets = try ["b", "a"].map {
      try BriefingSockets(BriefingPlace(name: $0, runtimeFolder: folder.path))
    }
    #expect(BriefingPlace.names(runtimeFolder: folder.path) == ["a", "b"])
    sockets.forEach { $0.remove() }
    #expect(BriefingPlace.names(runtimeFolder: folder.path) == [])
  }
}
