import Foundation
import PackagePlugin

/// Embeds `Resources/` (all of it) and `Languages/*.json` of the target it is applied to. A target without either gets
/// nothing. The target lists both folders under `exclude:` in the package, or the build reports them as unhandled.
@main
struct EmbedResourcesPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = target.directoryURL
    let files = (filesBelow(root.appending(path: "Resources")) + languages(in: root.appending(path: "Languages")))
      .sorted { $0.path < $1.path }
    guard !files.isEmpty else { return [] }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedResources.swift")
    // Paths are cut relative to the target here, since the tool sees only what it is handed.
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) resources of \(target.name)",
        executable: try context.tool(named: "EmbedResources").url,
        arguments: [output.path, root.path] + files.map(\.path), inputFiles: files, outputFiles: [output])
    ]
  }

  private func languages(in folder: URL) -> [URL] {
    let entries = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return entries.filter { $0.pathExtension == "json" }
  }

  /// Dot files (editors' leftovers) are no resources.
  private func filesBelow(_ folder: URL) -> [URL] {
    let walk = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    guard let walk else { return [] }
    return walk.compactMap { $0 as? URL }.filter {
      (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
    }
  }
}
