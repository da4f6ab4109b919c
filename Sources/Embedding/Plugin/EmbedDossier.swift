import Foundation
import PackagePlugin

/// Writes the files of the built-in dossier into a Swift source before `BuiltIn` is compiled.
@main
struct EmbedDossier: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL
      .appending(path: "assets/dossiers/us-mexico-2013")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    let files = try paths(below: folder)
    return [
      .buildCommand(
        displayName: "Embedding \(folder.lastPathComponent)",
        executable: try context.tool(named: "embed-dossier").url,
        arguments: [folder.path(), output.path()] + files,
        inputFiles: files.map { folder.appending(path: $0) },
        outputFiles: [output])
    ]
  }

  /// The paths of all regular files below a folder that are not hidden, sorted.
  private func paths(below folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path()).sorted().filter {
      let file = try folder.appending(path: $0).resourceValues(forKeys: [.isRegularFileKey])
      return file.isRegularFile == true
        && !$0.split(separator: "/").contains { $0.hasPrefix(".") }
    }
  }
}
