import Glibc
import TestSupport
import Testing

@testable import Sharing

@Suite("The audience's socket bears whatever is sent, and reads nothing after the hello")
struct HostileAudienceTests {
  @Test(
    "what is no hello is sent away",
    arguments: [
      "GET / HTTP/1.1\r\n\r\n", "\n", "dossier-follow\n", "dossier-follow\t1\t80x24\n",
      "dossier-follow\t1\t0x0\tstate\n", "dossier-follow\t1\t80x24\tcontrol\n",
      "dossier-follow\t1\t99999x24\tstate\n", "dossier-follow\t1\t-80x24\tstate\n",
      "dossier-control\t1\n", "put\t0\ta\tb\n", "end\n", "\u{00}\u{FF}\n",
      "dossier-follow\t1\t80x24\tstate",
    ])
  func noHello(text: String) throws {
    let host = try RunningHost()
    let peer = try Peer(host.place.audience)
    // What has no end is long.
    peer.send(text.utf8.last == 10 ? text : text + String(repeating: " ", count: 50_000))
    #expect(peer.line() == "refused\tmalformed")
    #expect(peer.isClosed())
    try HostileControlTests.expectService(host)
  }

  @Test("another version is told so")
  func version() throws {
    let host = try RunningHost()
    let peer = try Peer(host.place.audience)
    peer.send("dossier-follow\t2\tanything\n")
    #expect(peer.line() == "refused\tversion")
  }

  @Test("a follower cannot say anything: what it sends after the hello is not taken")
  func readOnly() throws {
    let host = try RunningHost()
    let follower = try Peer.follower(host.place)
    #expect(follower.line() == "state\twaiting\t")
    #expect(!follower.send("put\t0\tmine\tmine\nend\n"))
    try HostileControlTests.expectService(host)
    // It may still listen.
    #expect(follower.line(from: "state\tlive\tstill here") != nil)
  }

  @Test("requests in one piece with the hello do nothing")
  func appended() throws {
    let host = try RunningHost()
    let follower = try Peer(host.place.audience)
    follower.send("dossier-follow\t1\t80x24\tstate\nput\t0\tmine\tmine\nend\n")
    #expect(follower.line() == "state\twaiting\t")
    try HostileControlTests.expectService(host)
  }

  @Test("connecting and saying nothing ends after a time and hinders nobody")
  func hang() throws {
    var rules = HostRules()
    rules.helloTime = 300
    let host = try RunningHost(rules)
    let silent = try (0..<50).map { _ in try Peer(host.place.audience) }
    try HostileControlTests.expectService(host)
    for peer in silent { #expect(peer.line() == "refused\tlate") }
  }

  @Test("half a hello is sent away after a time, and the other half in time completes it")
  func half() throws {
    var rules = HostRules()
    rules.helloTime = 300
    let host = try RunningHost(rules)
    let slow = try Peer(host.place.audience)
    slow.send("dossier-follow\t1\t80")
    let late = try Peer(host.place.audience)
    late.send("dossier-fol")
    try HostileControlTests.expectService(host)
    slow.send("x24\tstate\n")
    #expect(slow.line()?.hasPrefix("state\t") == true)
    #expect(late.line() == "refused\tlate" && late.isClosed())
  }

  @Test(
    "bytes that are no text are sent away",
    arguments: [
      [0x00, 0xFF, 0xFE, 0x80, 0x0A], [0xC0, 0xAF, 0x0A], Array(repeating: 0xFF, count: 999),
    ])
  func binary(bytes: [UInt8]) throws {
    let host = try RunningHost()
    let peer = try Peer(host.place.audience)
    peer.send(bytes)
    #expect(peer.line() == "refused\tmalformed" && peer.isClosed())
    try HostileControlTests.expectService(host)
  }

  @Test("a million messages from a follower reach nobody and hinder nobody")
  func flood() throws {
    let host = try RunningHost()
    let flood = try Peer.follower(host.place)
    #expect(flood.line() == "state\twaiting\t")
    let batch = Array(String(repeating: "put\t0\ta\tb\n", count: 10_000).utf8)
    var taken = 0
    for _ in 0..<100 where flood.send(batch, patience: 50) { taken += 1 }
    #expect(taken == 0)
    // Before the hello, too, little is taken of it.
    let eager = try Peer(host.place.audience)
    while taken < 100, eager.send(batch, patience: 50) { taken += 1 }
    #expect(taken < 20)
    try HostileControlTests.expectService(host)
    #expect(flood.line(from: "state\tlive\tstill here") != nil)
  }

  @Test("coming and going in hundreds hinders nobody")
  func comingAndGoing() throws {
    let host = try RunningHost()
    let presenter = try Peer.controller(host.place)
    for round in 0..<500 {
      let peer = try Peer(host.place.audience)
      if round % 2 == 0 { peer.send("dossier-follow\t1\t80x24\tstate\n") }
      if round % 50 == 0 {
        #expect(presenter.put(round / 50, "slide") == "accepted\t\(round / 50 + 1)")
      }
    }
    try HostileControlTests.expectService(host, 10)
    #expect(presenter.line(from: "followers\t0") != nil)
  }

  @Test("there are no more followers than the host keeps, and a place is free again at once")
  func full() throws {
    var rules = HostRules()
    rules.followers = 3
    let host = try RunningHost(rules)
    var peers = try (0..<3).map { _ in try Peer.follower(host.place) }
    for peer in peers { #expect(peer.line() == "state\twaiting\t") }
    #expect(try Peer.follower(host.place).line() == "refused\tfull")
    peers.removeLast()
    #expect(try Peer.comes("state\twaiting\t") { try Peer.follower(host.place) })
  }

  @Test("one that does not read delays nobody, and finds the latest state when it reads again")
  func stopped() throws {
    let host = try RunningHost()
    let presenter = try Peer.controller(host.place)
    let stopped = try Peer.follower(host.place, wish: "text")
    let reading = try Peer.follower(host.place)
    let filler = String(repeating: "x", count: 60_000)
    // Far more than any buffer on the way takes.
    for revision in 0..<300 {
      presenter.send("put\t\(revision)\tslide \(revision)\tprivate\t\(filler)\n")
      #expect(presenter.line(from: "accepted") == "accepted\t\(revision + 1)")
      #expect(reading.line(from: "state\tlive\tslide \(revision)") != nil)
    }
    var count = 0
    while let line = stopped.line() {
      count += 1
      #expect(line.hasSuffix(filler) || line.hasSuffix("\t\t"))
      if line.hasPrefix("state\tlive\tslide 299\t") { break }
    }
    #expect(count < 20)
  }
}
