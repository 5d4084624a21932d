import Foundation
import TestSupport

/// The repository this test was compiled from.
enum SourceTree {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path

  /// Every Swift file under Sources and Tests, committed or not.
  static let swiftFiles: [SwiftFile] = ["Sources", "Tests"].flatMap { folder in
    paths(under: folder).filter { $0.hasSuffix(".swift") }.compactMap { path in
      read(path).map { SwiftFile(path: path, text: String(decoding: $0, as: UTF8.self)) }
    }
  }

  static func read(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(root)/\(path)").map { [UInt8]($0) }
  }

  static func text(_ path: String) -> String? { read(path).map { String(decoding: $0, as: UTF8.self) } }

  /// What the repository holds. Where there is no git, everything in the folder that git would not ignore.
  static func tracked() async throws -> [String] {
    if let git = CommandRunner.find("git") {
      let listed = try await CommandRunner.run(git, ["-c", "safe.directory=*", "-C", root, "ls-files", "-z"])
      let paths = listed.stdout.split(separator: "\0").map(String.init)
      if listed.exitCode == 0, !paths.isEmpty {
        return paths.filter { FileManager.default.fileExists(atPath: "\(root)/\($0)") }
      }
    }
    let top = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let ignored = [".git", ".onedoor", ".swiftpm", "keys", "Package.resolved"]
    return top.filter { !ignored.contains($0) && !$0.hasPrefix(".build") }.flatMap { name in
      let inside = paths(under: name)
      return inside.isEmpty ? [name] : inside
    }
  }

  private static func paths(under folder: String) -> [String] {
    let inside = FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap { $0 as? String } ?? []
    return inside.map { "\(folder)/\($0)" }.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}
