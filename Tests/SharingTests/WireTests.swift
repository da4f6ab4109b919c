import TestSupport
import Testing

@testable import Sharing

@Suite("The wire: what is written is read again, and nothing else")
struct WireTests {
  static let seed = Trials.seed(1)

  @Test(
    "texts of all kinds come back",
    arguments: [
      "", "plain", "a\tb\nc\\d\\n", "México 日本 🇲🇽", "\\", "\n\n\n", " lead and trail ",
    ])
  func roundTrip(text: String) throws {
    let field = WireText.encoded(text)
    #expect(!field.contains(9) && !field.contains(10))
    #expect(WireText.decoded(field[...], limit: 1000) == text)
  }

  @Test("control characters are never carried")
  func controls() {
    for code in Array(UInt32(0)..<32) + [0x7f] + Array(0x80..<0xa0) {
      guard let scalar = Unicode.Scalar(code), code != 9, code != 10 else { continue }
      let text = "a\(Character(scalar))b"
      #expect(WireText.decoded(Array(text.utf8)[...], limit: 100) == nil, "\(code)")
      #expect(WireText.decoded(WireText.encoded(text)[...], limit: 100) == "a?b", "\(code)")
    }
  }

  @Test("a field that is too long, no UTF-8 or badly escaped is refused")
  func refusedFields() {
    let fields: [[UInt8]] = [
      Array("toolong".utf8), [0xff], [0xc3], Array("a\\x".utf8), Array("a\\".utf8), [0xc2, 0x9b],
    ]
    for field in fields { #expect(WireText.decoded(field[...], limit: 6) == nil, "\(field)") }
  }

  @Test("numbers have digits only and not too many of them")
  func numbers() {
    #expect(WireText.number(Array("0042".utf8)[...]) == 42)
    for text in ["", "-1", "+1", " 1", "1e3", "99999999999999999999", "1234567890123456"] {
      #expect(WireText.number(Array(text.utf8)[...]) == nil, "\(text)")
    }
  }

  @Test("requests, replies, hellos and messages come back")
  func messages() {
    let state = SharedState(publicState: "slide 3\tstep 2", privateState: "clock\n1", text: "T\n\\")
    var told = state
    told.text = nil
    for request in [
      ControlRequest.hello(version: 1), .hello(version: 1, .presenter),
      .hello(version: 1, .successor), .put(base: 7, state), .end,
    ] {
      #expect(ControlRequest(request.line.dropLast()) == request)
    }
    let groups = [Followers.Group(size: ScreenSize(columns: 40, rows: 12), count: 3)]
    let replies: [ControlReply] = [
      .state(revision: 3, told), .stale(revision: 4, told), .accepted(revision: 5), .end,
      .followers(Followers(count: 9, groups: groups)), .refused(.full),
    ]
    for reply in replies { #expect(ControlReply(reply.line.dropLast()) == reply) }
    let hello = FollowHello(size: ScreenSize(columns: 300, rows: 100), wantsText: true)
    #expect(FollowHello(hello.line.dropLast()) == hello)
    #expect(hello.line.count <= WireLimit.hello)
    for message in [
      FollowMessage.state(publicState: "p", text: nil, isWaiting: true),
      .state(publicState: "p", text: "a\nb", isWaiting: false), .refused(.late), .end,
    ] { #expect(FollowMessage(message.line.dropLast()) == message) }
  }

  @Test("the longest state that may be shared fits into a line, escapes and all")
  func longest() {
    let state = SharedState(
      publicState: String(repeating: "\\", count: WireLimit.publicState),
      privateState: String(repeating: "\n", count: WireLimit.privateState),
      text: String(repeating: "\t", count: WireLimit.text + 5))
    #expect(!state.isTooLong)
    let line = ControlRequest.put(base: 999_999_999_999_999, state).line
    #expect(line.count <= WireLimit.line)
    #expect(ControlRequest(line.dropLast()) == .put(base: 999_999_999_999_999, state))
  }

  @Test("a text that is too long is cut at a whole character")
  func cutText() throws {
    let state = SharedState(
      publicState: "", privateState: "", text: "x" + String(repeating: "é", count: WireLimit.text))
    let text = try #require(state.text)
    #expect(text.utf8.count == WireLimit.text - 1)
    #expect(text.hasSuffix("é") && !state.isTooLong)
  }

  @Test("sizes are counted, the smallest first, and not without end")
  func followers() {
    let sizes = (0..<300).map { ScreenSize(columns: 40 + $0 % 60, rows: 12) }
    let followers = Followers(sizes)
    #expect(followers.count == 300 && followers.groups.count == Followers.groupLimit)
    #expect(followers.groups.first?.size == ScreenSize(columns: 40, rows: 12))
    #expect(followers.groups.first?.count == 5)
  }

  @Test("random bytes are read as nothing or as something, and never crash")
  func noise() {
    var generator = SeededRandom(Self.seed)
    let words = ["put", "state", "stale", "dossier-follow", "1", "80x24", "text", "\t", "\\", "*"]
    for _ in 0..<Trials.count(20_000) {
      var line: [UInt8] = []
      for _ in 0..<Int.random(in: 0...8, using: &generator) {
        if Bool.random(using: &generator) {
          line += Array((words.randomElement(using: &generator) ?? "").utf8)
        } else {
          line.append(UInt8.random(in: 0...255, using: &generator))
        }
        if Bool.random(using: &generator) { line.append(9) }
      }
      if let request = ControlRequest(line[...]) {
        #expect(ControlRequest(request.line.dropLast()) == request, "seed \(Self.seed)")
      }
      if let reply = ControlReply(line[...]) {
        #expect(ControlReply(reply.line.dropLast()) == reply, "seed \(Self.seed)")
      }
      if let message = FollowMessage(line[...]) {
        #expect(FollowMessage(message.line.dropLast()) == message, "seed \(Self.seed)")
      }
      if let hello = FollowHello(line[...]), hello.version == WireLimit.version {
        #expect(FollowHello(hello.line.dropLast()) == hello, "seed \(Self.seed)")
      }
    }
  }

  @Test("lines are found however the bytes are cut, and a long one is the last")
  func lines() {
    var generator = SeededRandom(Self.seed)
    let lines = (0..<500).map { String(repeating: "x", count: $0 % 40) }
    var rest = Array(lines.map { $0 + "\n" }.joined().utf8)[...]
    var reader = LineReader(limit: 40)
    var found: [String] = []
    while !rest.isEmpty {
      let count = Int.random(in: 1...90, using: &generator)
      reader.append(rest.prefix(count))
      rest = rest.dropFirst(count)
      while let line = reader.next() { found.append(String(decoding: line, as: UTF8.self)) }
    }
    #expect(found == lines, "seed \(Self.seed)")
    #expect(reader.isEmpty && !reader.hasLine)
    reader.append([UInt8](repeating: 0x78, count: 41))
    #expect(reader.next() == nil && reader.isTooLong)
    reader.append([10, 10])
    #expect(reader.next() == nil)
  }
}
