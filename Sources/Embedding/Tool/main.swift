import Glibc
import Model

// embed-dossier FOLDER OUTPUT
//
// Reads the dossier in FOLDER and writes a Swift file that holds its snapshot as a StaticString.
// A static string is mapped from the program's file as it stands: what was read at build time
// is not parsed again at each start. Faults are printed as a compiler prints them.

/// Prints a line where compilers print theirs.
func complain(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
}

/// Ends the build with a message.
func fail(_ message: String) -> Never {
  complain("error: \(message)")
  exit(1)
}

/// The bytes as a Swift string literal: what is not plain ASCII is written as an escape.
func literal(_ bytes: [UInt8]) -> String {
  guard let text = String(validating: bytes, as: UTF8.self) else {
    fail("the snapshot is not UTF-8")
  }
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case " "..."~": result.unicodeScalars.append(scalar)
    default: result += "\\u{" + String(scalar.value, radix: 16) + "}"
    }
  }
  return result + "\""
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  complain("usage: embed-dossier FOLDER OUTPUT")
  exit(2)
}
let (folder, output) = (arguments[1], arguments[2])

let reading = DossierReader.check(DiskFolder(folder))
for diagnostic in reading.diagnostics { complain("\(folder)/\(diagnostic)") }
if reading.hasErrors { exit(1) }

let snapshot = Snapshot.bytes(of: reading.dossier)
guard let copy = try? snapshot.withUnsafeBufferPointer({ try Snapshot.dossier(from: $0) }),
  Snapshot.bytes(of: copy) == snapshot
else { fail("the snapshot of '\(folder)' cannot be read back") }

let source = """
  // Written by embed-dossier at build time from the dossier's folder.

  /// The snapshot of the built-in dossier.
  let embeddedSnapshot: StaticString = \(literal(snapshot))

  """
guard let file = fopen(output, "w") else { fail("cannot write '\(output)'") }
let isWritten = fputs(source, file) >= 0
guard fclose(file) == 0, isWritten else { fail("cannot write '\(output)'") }
