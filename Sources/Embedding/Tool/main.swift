import Foundation

// embed-dossier FOLDER OUTPUT
//
// Writes a Swift file that holds every file of FOLDER as (path, StaticString).
// A static string is mapped from the program's file as it stands: embedding
// costs no time at start and no memory for what is not read.

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: embed-dossier FOLDER OUTPUT\n".utf8))
  exit(2)
}
let folder = arguments[1]

/// The text as a Swift string literal: what is not plain ASCII is written as an escape.
func literal(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case " "..."~": result.unicodeScalars.append(scalar)
    default: result += "\\u{" + String(scalar.value, radix: 16) + "}"
    }
  }
  return result + "\""
}

var source = """
  // Written by embed-dossier at build time from the dossier's folder.

  /// The files of the built-in dossier: path inside the folder and content.
  let embeddedFiles: [(path: String, content: StaticString)] = [

  """
for path in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() {
  var isFolder: ObjCBool = false
  _ = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
  if isFolder.boolValue { continue }
  let content = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
  source += "  (\(literal(path)), \(literal(content))),\n"
}
source += "]\n"
try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
