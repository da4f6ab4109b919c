import CConfinement
import Confinement
import Glibc

// Confines itself and makes one call of the system: prints `done`, or the number of the error.
//
//     ConfinementProbe LAYERS FOLDER CALL ARGUMENT...
//
// LAYERS are letters: p(rivileges), f(iles), c(alls). FOLDER may be empty. An argument is a number,
// `self` or `parent` for a process, or a text behind a colon.

func number(_ text: String) -> Int {
  switch text {
  case "self": Int(getpid())
  case "parent": Int(getppid())
  // Lives as long as the process.
  case _ where text.hasPrefix(":"): Int(bitPattern: strdup(String(text.dropFirst())))
  default: Int(text) ?? 0
  }
}

let words = Array(CommandLine.arguments.dropFirst())
guard words.count >= 3 else { exit(2) }
var numbers = words[3...].map(number)
numbers += [Int](repeating: 0, count: max(0, 5 - numbers.count))
let call = seccomp_syscall_resolve_name(words[2])
guard call >= 0 else { exit(3) }
var layers: [Confinement.Layer] = []
if words[0].contains("p") { layers.append(.privileges) }
if words[0].contains("f") { layers.append(.files) }
if words[0].contains("c") { layers.append(.calls) }
if !layers.isEmpty {
  let report = Confinement(folder: words[1].isEmpty ? nil : words[1]).apply(layers)
  // What the kernel does not have cannot be tried.
  if layers.contains(.files) && report.fileRules == nil { exit(4) }
  if layers.contains(.calls) && report.callRules == nil { exit(4) }
}
let result = cconfinement_call(
  Int(call), numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
let code = errno
// A child that was made has nothing to say.
if result == 0, ["fork", "clone"].contains(words[2]) { _exit(0) }
let answer = result < 0 ? "\(code)\n" : "done\n"
_ = answer.utf8CString.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count - 1) }
exit(0)
