import Glibc
import Testing

@testable import Sharing

@Suite("Hundreds follow, some of them badly")
struct CrowdTests {
  @Test("of 300 followers 30 do not read and 30 vanish: the others are at the right state")
  func crowd() throws {
    let folder = try BriefingFolder()
    let host = try HostProcessTests.start(folder.place)
    defer {
      kill(host.process, SIGKILL)
      _ = HostProcessTests.end(host)
    }
    let presenter = try Peer.controller(folder.place)
    #expect(presenter.put(0, "start") == "accepted\t1")
    var reading: [Peer] = []
    var stopped: [Peer] = []
    var vanishing: [Peer] = []
    for number in 0..<300 {
      let peer = try Peer.follower(folder.place, wish: number % 10 == 0 ? "text" : "state")
      switch number % 10 {
      case 0: stopped.append(peer)
      case 1: vanishing.append(peer)
      default: reading.append(peer)
      }
    }
    #expect(presenter.line(from: "followers\t300") != nil)
    let filler = String(repeating: "x", count: 20_000)
    for revision in 1...60 {
      presenter.send("put\t\(revision)\tslide \(revision)\tprivate\t\(filler)\n")
      #expect(presenter.line(from: "accepted") == "accepted\t\(revision + 1)")
      if revision % 2 == 0, !vanishing.isEmpty { vanishing.removeLast() }
    }
    for peer in reading { #expect(peer.line(from: "state\tlive\tslide 60") != nil) }
    #expect(presenter.line(from: "followers\t270") != nil)
    for peer in stopped { #expect(peer.line(from: "state\tlive\tslide 60\t") != nil) }
  }
}
