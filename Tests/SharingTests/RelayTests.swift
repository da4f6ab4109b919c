import Glibc
import Testing

@testable import Sharing

@Suite("The host passes on the latest state and nothing else")
struct RelayTests {
  @Test("who comes late gets the latest state at once, once")
  func lateJoiner() throws {
    let host = try RunningHost()
    let presenter = try Peer.controller(host.place)
    #expect(presenter.line() == "state\t0\t\t")
    for revision in 0..<5 {
      #expect(presenter.put(revision, "slide \(revision)") == "accepted\t\(revision + 1)")
    }
    let follower = try Peer.follower(host.place)
    #expect(follower.line() == "state\tlive\tslide 4")
    #expect(presenter.put(5, "slide 5") == "accepted\t6")
    #expect(follower.line() == "state\tlive\tslide 5")
    let console = try Peer.controller(host.place)
    #expect(console.line() == "state\t6\tslide 5\tprivate")
  }

  @Test("followers never see the private state")
  func privacy() throws {
    let host = try RunningHost()
    let follower = try Peer.follower(host.place, wish: "text")
    #expect(follower.line() == "state\twaiting\t\t")
    let presenter = try Peer.controller(host.place)
    presenter.send(
      "put\t0\tone\tsecret 1\tthe text\nput\t1\tone\tsecret 2\nput\t2\ttwo\tsecret 3\n")
    var lines: [String] = []
    while let line = follower.line() {
      lines.append(line)
      if line.contains("two") { break }
    }
    #expect(lines.last == "state\tlive\ttwo\tthe text")
    #expect(!lines.contains { $0.contains("secret") })
  }

  @Test("a state made from an old one is refused with the one that is")
  func stale() throws {
    let host = try RunningHost()
    let presenter = try Peer.controller(host.place)
    let console = try Peer.controller(host.place)
    #expect(presenter.put(0, "one") == "accepted\t1")
    #expect(console.put(0, "other") == "stale\t1\tone\tprivate")
    #expect(console.put(1, "other") == "accepted\t2")
    #expect(presenter.line(from: "state\t2") == "state\t2\tother\tprivate")
  }

  @Test("without a controller followers are told to wait, and are told when one is back")
  func waiting() throws {
    let host = try RunningHost()
    var presenter: Peer? = try Peer.controller(host.place)
    #expect(presenter?.put(0, "one") == "accepted\t1")
    let follower = try Peer.follower(host.place)
    #expect(follower.line() == "state\tlive\tone")
    presenter = nil
    #expect(follower.line() == "state\twaiting\tone")
    let resumed = try Peer.controller(host.place)
    #expect(resumed.line() == "state\t1\tone\tprivate")
    #expect(follower.line() == "state\tlive\tone")
  }

  @Test("one presents at a time: a second is sent away, unless it comes to take over")
  func succession() throws {
    let host = try RunningHost()
    func presenter(_ seat: String) throws -> Peer {
      let peer = try Peer(host.place.control)
      peer.send("dossier-control\t1\t\(seat)\n")
      return peer
    }
    let console = try Peer.controller(host.place)
    let first = try presenter("presenter")
    #expect(first.line() == "state\t0\t\t")
    #expect(first.put(0, "mine") == "accepted\t1")
    let second = try presenter("presenter")
    #expect(second.line() == "refused\ttaken" && second.isClosed())
    #expect(first.put(1, "still mine") == "accepted\t2")
    let third = try presenter("successor")
    #expect(third.line() == "state\t2\tstill mine\tprivate")
    #expect(first.line(from: "refused") == "refused\tsucceeded" && first.isClosed())
    #expect(third.put(2, "now mine") == "accepted\t3")
    #expect(console.line(from: "state\t3") == "state\t3\tnow mine\tprivate")
    // Nobody is there to be put out.
    #expect(third.send("end\n") && third.line(from: "end") != nil)
    #expect(try presenterIsAloneWhereNobodyWas())
  }

  private func presenterIsAloneWhereNobodyWas() throws -> Bool {
    let host = try RunningHost()
    let peer = try Peer(host.place.control)
    peer.send("dossier-control\t1\tsuccessor\n")
    return peer.line() == "state\t0\t\t"
  }

  @Test("the end is told to everybody, and the sockets are gone")
  func end() throws {
    let host = try RunningHost()
    let presenter = try Peer.controller(host.place)
    let console = try Peer.controller(host.place)
    let follower = try Peer.follower(host.place)
    #expect(follower.line() != nil && console.line() != nil)
    presenter.send("end\n")
    #expect(follower.line() == "end" && follower.isClosed())
    #expect(console.line(from: "end") == "end")
    #expect(presenter.line(from: "end") == "end")
    #expect(host.ends(within: 20_000))
    #expect(!BriefingFolder.exists(host.place.control))
    #expect(!BriefingFolder.exists(host.place.audience))
  }

  @Test("who follows is told to those who present, with sizes")
  func followers() throws {
    let host = try RunningHost()
    let presenter = try Peer.controller(host.place)
    var peers: [Peer] = []
    for size in ["80x24", "40x12", "80x24"] {
      peers.append(try Peer.follower(host.place, size: size))
    }
    #expect(presenter.line(from: "followers\t3") == "followers\t3\t40x12*1 80x24*2")
    peers.remove(at: 1)
    #expect(presenter.line(from: "followers\t2") == "followers\t2\t80x24*2")
  }

  @Test("a host that nobody comes to ends")
  func abandoned() throws {
    var rules = HostRules()
    rules.startTime = 50
    #expect(try RunningHost(rules).ends(within: 20_000))
    rules = HostRules()
    rules.abandonment = 50
    let host = try RunningHost(rules)
    var presenter: Peer? = try Peer.controller(host.place)
    #expect(presenter?.put(0, "one") == "accepted\t1")
    #expect(!host.ends(within: 200))
    presenter = nil
    #expect(host.ends(within: 20_000))
  }
}
