import Glibc

/// libFuzzer on everything that the program reads: `dossier-fuzz [libFuzzer's options] CORPUS…`.
@main
enum Fuzz {
  static func main() {
    var count = CommandLine.argc
    var words = CommandLine.unsafeArgv
    exit(
      runFuzzer(&count, &words) { bytes, count in
        FuzzTarget.run(UnsafeBufferPointer(start: bytes, count: count))
        return 0
      })
  }
}

/// libFuzzer's loop, which calls a function with ever other bytes (compiler-rt, FuzzerInterface.h).
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
