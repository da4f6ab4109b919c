import Foundation
import PackagePlugin

/// Writes Swift sources before a target is compiled: for `BuiltIn` the files of the built-in dossier
/// and the current commit, for `Charts` the big letters.
@main
struct EmbedDossier: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    if target.name == "Charts" { return [try filesCommand(context, "assets/letters")] }
    return [
      try filesCommand(context, "assets/dossiers/us-mexico-2013"), try commitCommand(context),
    ]
  }

  private func filesCommand(_ context: PluginContext, _ path: String) throws -> Command {
    let folder = context.package.directoryURL.appending(path: path)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    let files = try paths(below: folder)
    return .buildCommand(
      displayName: "Embedding \(folder.lastPathComponent)",
      executable: try context.tool(named: "embed-dossier").url,
      arguments: [folder.path(), output.path()] + files,
      inputFiles: files.map { folder.appending(path: $0) },
      outputFiles: [output])
  }

  /// Runs again after each commit or checkout, and after each change of the source.
  private func commitCommand(_ context: PluginContext) throws -> Command {
    let project = context.package.directoryURL
    let sources = project.appending(path: "Sources")
    let script = sources.appending(path: "Embedding/commit")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedCommit.swift")
    let log = project.appending(path: ".git/logs/HEAD")
    let hasLog = FileManager.default.fileExists(atPath: log.path())
    return .buildCommand(
      displayName: "Looking up the commit",
      executable: script,
      arguments: [project.path(), output.path()],
      inputFiles: try paths(below: sources).map { sources.appending(path: $0) }
        + (hasLog ? [log] : []),
      outputFiles: [output])
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
