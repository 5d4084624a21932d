import Foundation
import Glibc

/// A folder of its own for one test, 0700, gone with the last reference to it.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init(_ purpose: String = "test") throws {
    let root = Leftovers.shared.root
    var template = Array("\(root)/\(purpose)-XXXXXX".utf8CString)
    let made: String? = template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, let name = mkdtemp(start) else { return nil }
      return String(cString: name)
    }
    guard let made else { throw SystemFailure("mkdtemp in \(root)") }
    path = made
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file or folder inside.
  package func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file inside, with the folders it needs.
  @discardableResult
  package func write(_ name: String, _ text: String, mode: Int = 0o600) throws -> String {
    let file = path(name)
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    return file
  }

  package func read(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  package func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  /// Names of what is inside, sorted; nothing when there is no such folder.
  package func names(in name: String = ".") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []).sorted()
  }
}

/// A call to the operating system that failed, with its reason.
package struct SystemFailure: Error, CustomStringConvertible {
  package let description: String

  package init(_ what: String, code: Int32 = errno) {
    description = "\(what): \(String(cString: strerror(code)))"
  }
}
