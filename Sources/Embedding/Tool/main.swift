import Glibc

// embed-dossier FOLDER OUTPUT FILE...
//
// Writes a Swift source that holds each FILE of FOLDER as a StaticString, which is mapped from the
// program's own file and costs nothing until it is read. The files are not parsed here; the
// ordinary reader reads them when the program starts.

/// Ends the build with a message in the form that compilers use.
func fail(_ message: String) -> Never {
  print("error: \(message)")
  exit(1)
}

/// The text of a file.
package func text(at path: String) -> String {
  guard let file = fopen(path, "r") else { fail("cannot read '\(path)'") }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    guard count > 0 else { break }
    bytes += chunk[..<count]
  }
  guard ferror(file) == 0 else { fail("cannot read '\(path)'") }
  guard let text = String(validating: bytes, as: UTF8.self) else { fail("'\(path)' is not UTF-8") }
  return text
}

/// A text as a Swift string literal; what is not plain ASCII is escaped.
func literal(_ text: String) -> String {
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
guard arguments.count > 3 else { fail("usage: embed-dossier FOLDER OUTPUT FILE...") }
let (folder, output) = (arguments[1], arguments[2])

let entries = arguments[3...].map { path in
  "  (\(literal(path)), \(literal(text(at: "\(folder)/\(path)")))),"
}
let source = """
  // Written by embed-dossier when the program is built.

  /// The embedded files: path and text, sorted by path.
  let embeddedFiles: [(path: StaticString, text: StaticString)] = [
  \(entries.joined(separator: "\n"))
  ]

  """
guard let file = fopen(output, "w") else { fail("cannot write '\(output)'") }
let isWritten = fputs(source, file) >= 0
guard fclose(file) == 0, isWritten else { fail("cannot write '\(output)'") }
