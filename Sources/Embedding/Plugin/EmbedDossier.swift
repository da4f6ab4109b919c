import Foundation
import PackagePlugin

/// Writes the built-in dossier's snapshot into a Swift source before `BuiltIn` is compiled.
@main
struct EmbedDossier: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL
      .appending(path: "assets/dossiers/us-mexico-2013")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedSnapshot.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(folder.lastPathComponent)",
        executable: try context.tool(named: "embed-dossier").url,
        arguments: [folder.path(), output.path()],
        inputFiles: try files(below: folder),
        outputFiles: [output])
    ]
  }

  /// Every file below a folder, so that a change in any of them rebuilds.
  private func files(below folder: URL) throws -> [URL] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
    return names.sorted().map { folder.appending(path: $0) }.filter { !$0.hasDirectoryPath }
      .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
  }
}
