import Glibc
import TestSupport
import Testing

@testable import Sharing
@testable import System

@Suite("The control socket bears whatever is sent")
struct HostileControlTests {
  /// Checks that a host goes on serving others.
  static func expectService(_ host: RunningHost, _ revision: Int = 0) throws {
    let follower = try Peer.follower(host.place)
    let presenter = try Peer.controller(host.place)
    #expect(presenter.put(revision, "still here") == "accepted\t\(revision + 1)")
    #expect(follower.line(from: "state\tlive\tstill here") != nil)
  }

  @Test(
    "what is no hello is sent away",
    arguments: [
      "GET / HTTP/1.1\r\n\r\n", "\n", "dossier-control\n", "dossier-control\t1\t1\n",
      "dossier-control\t1\tking\n", "dossier-control\t1\tpresenter\t\n",
      "put\t0\ta\tb\n",
      "dossier-control\t99999999999999999999\n", "dossier-follow\t1\t80x24\tstate\n",
      "\u{1B}]52;c;AAAA\u{07}\n", "without an end: ",
    ])
  func noHello(text: String) throws {
    let host = try RunningHost()
    let peer = try Peer(host.place.control)
    peer.send(text.utf8.last == 10 ? text : text + String(repeating: "x", count: 100_000))
    #expect(peer.line() == "refused\tmalformed")
    #expect(peer.isClosed())
    try Self.expectService(host)
  }

  @Test("another version is told so")
  func version() throws {
    let host = try RunningHost()
    let peer = try Peer(host.place.control)
    peer.send("dossier-control\t2\n")
    #expect(peer.line() == "refused\tversion")
    #expect(peer.isClosed())
  }

  @Test(
    "what is no request is sent away",
    arguments: [
      "\n", "hello\n", "put\n", "put\t0\n", "put\t0\ta\n", "put\t-1\ta\tb\n",
      "put\t0\ta\tb\tc\td\n",
      "put\t0\ta\u{1B}[2J\tb\n", "put\t0\ta\\q\tb\n", "end\tnow\n", "dossier-control\t1\n",
      "put\t0\t\(String(repeating: "a", count: WireLimit.publicState + 1))\tb\n",
    ])
  func noRequest(text: String) throws {
    let host = try RunningHost()
    let peer = try Peer.controller(host.place)
    peer.send(text)
    #expect(peer.line(from: "refused") == "refused\tmalformed")
    #expect(peer.isClosed())
    try Self.expectService(host)
  }

  @Test("bytes that are no text are sent away")
  func binary() throws {
    let host = try RunningHost()
    let peer = try Peer.controller(host.place)
    peer.send([0, 0xff, 0xfe, 0x80, 10])
    #expect(peer.isClosed())
    try Self.expectService(host)
  }

  @Test("a line without end is sent away when it is too long, and takes no more memory")
  func oversized() throws {
    let host = try RunningHost()
    let peer = try Peer.controller(host.place)
    let piece = [UInt8](repeating: 0x61, count: 1 << 16)
    var count = 0
    while count < 1000, peer.send(piece) { count += 1 }
    #expect(count < 20)
    try Self.expectService(host)
  }

  @Test("half a request delays nobody, and the other half completes it")
  func half() throws {
    let host = try RunningHost()
    let peer = try Peer.controller(host.place)
    peer.send("put\t0\tsli")
    try Self.expectService(host)
    peer.send("de\tprivate\n")
    #expect(peer.line(from: "stale") == "stale\t1\tstill here\tprivate")
    #expect(peer.put(1, "slide") == "accepted\t2")
  }

  @Test("connecting and saying nothing hinders nobody, in whatever number")
  func silent() throws {
    var rules = HostRules()
    rules.helloTime = 300
    let host = try RunningHost(rules)
    let peers = try (0..<rules.controllers - 2).map { _ in try Peer(host.place.control) }
    try Self.expectService(host)
    for peer in peers { #expect(peer.line() == "refused\tlate") }
  }

  @Test("half a hello is sent away after a time")
  func hang() throws {
    var rules = HostRules()
    rules.helloTime = 100
    let host = try RunningHost(rules)
    let silent = try Peer(host.place.control)
    let slow = try Peer(host.place.control)
    slow.send("dossier-con")
    try Self.expectService(host)
    #expect(silent.line() == "refused\tlate" && silent.isClosed())
    #expect(slow.line() == "refused\tlate" && slow.isClosed())
  }

  @Test("there are no more controllers than the host keeps")
  func full() throws {
    var rules = HostRules()
    rules.controllers = 3
    let host = try RunningHost(rules)
    var peers = try (0..<3).map { _ in try Peer.controller(host.place) }
    for peer in peers { #expect(peer.line() == "state\t0\t\t") }
    let fourth = try Peer.controller(host.place)
    #expect(fourth.line() == "refused\tfull")
    peers.removeLast()
    #expect(try Peer.comes("state\t0\t\t") { try Peer.controller(host.place) })
  }

  @Test("a million requests whose answers are not read stop nobody but their sender")
  func flood() throws {
    let host = try RunningHost()
    let flood = try Peer.controller(host.place)
    let follower = try Peer.follower(host.place)
    let batch = Array(String(repeating: "put\t7\ta\tb\n", count: 10_000).utf8)
    var sent = 0
    while sent < 100, flood.send(batch, patience: 200) { sent += 1 }
    // It was stopped, because nobody takes its answers.
    #expect(sent < 100)
    let presenter = try Peer.controller(host.place)
    for revision in 0..<20 {
      #expect(presenter.put(revision, "slide \(revision)") == "accepted\t\(revision + 1)")
    }
    #expect(follower.line(from: "state\tlive\tslide 19") != nil)
  }

  @Test("a flood from one who reads the answers is answered, and others between it")
  func busy() throws {
    let host = try RunningHost()
    let flood = try Peer.controller(host.place)
    let presenter = try Peer.controller(host.place)
    let batch = Array(String(repeating: "put\t99999\ta\tb\n", count: 1000).utf8)
    #expect(flood.line() == "state\t0\t\t" && flood.line(from: "followers") != nil)
    var worst = 0
    for round in 0..<100 {
      guard flood.send(batch) else { break }
      if round % 10 == 0 {
        let start = Clock.now
        #expect(presenter.put(round / 10, "slide") == "accepted\t\(round / 10 + 1)")
        worst = max(worst, Clock.now - start)
      }
      // There may be a few more: what the other changed.
      guard flood.pass(lines: 1000) else { break }
    }
    #expect(presenter.put(10, "slide") == "accepted\t11")
    #expect(worst < 5000)
  }
}
