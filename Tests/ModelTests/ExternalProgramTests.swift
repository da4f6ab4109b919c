import Glibc
import Testing

@testable import System

/// Other programs: what they write, how they end, and how they are ended.
@Suite struct ExternalProgramTests {
  // As the program does at its start.
  init() { signal(SIGPIPE, SIG_IGN) }

  private func shell(
    _ script: String, input: [UInt8] = [], limit: Int = 1 << 20, seconds: Int = 20
  ) throws -> ExternalProgram.Result {
    let program = try #require(ExternalProgram("sh"))
    return try program.run(["-c", script], input: input, limit: limit, seconds: seconds)
  }

  @Test func collectsWhatItWritesAndItsStatus() throws {
    let result = try shell("echo out; echo err >&2; exit 3")
    #expect(String(decoding: result.output, as: UTF8.self) == "out\n")
    #expect(String(decoding: result.errors, as: UTF8.self) == "err\n")
    #expect(result.status == 3)
    #expect(try shell("kill -TERM $$").status == 128 + 15)
  }

  @Test func feedsMoreThanAPipeHolds() throws {
    let input = [UInt8](repeating: 97, count: 300_000)
    #expect(try shell("cat", input: input).output == input)
    #expect(try shell("true", input: input).status == 0)
  }

  @Test func endsAProgramThatIsSlowOrLong() {
    #expect(throws: ExternalProgram.Fault.slow) { try shell("exec sleep 20", seconds: 1) }
    #expect(throws: ExternalProgram.Fault.long) { try shell("exec yes", limit: 1000) }
  }

  @Test func wordsAreNoCommands() throws {
    let program = try #require(ExternalProgram("printf"))
    let result = try program.run(["%s", "$(echo no); `id` ; *"])
    #expect(String(decoding: result.output, as: UTF8.self) == "$(echo no); `id` ; *")
  }

  @Test func findsOnlyWhatThereIs() {
    #expect(ExternalProgram("no-such-program-here") == nil)
    #expect(ExternalProgram("../bin/sh") == nil)
  }
}
