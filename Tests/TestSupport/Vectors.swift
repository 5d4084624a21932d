import Foundation
package import OneDoorJOSE

/// Test vectors from elsewhere, which lie beside the repository and are not copied into it. Where the folder is
/// missing a test of them is not run, except in CI, where it then fails.
package enum Vectors {
  package static var shouldRun: Bool {
    FileManager.default.fileExists(atPath: folder.path) || ProcessInfo.processInfo.environment["CI"] != nil
  }

  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(path)))
  }

  package static func json(_ path: String) throws -> JSON {
    try JSON.parse(bytes(path), limits: JSONLimits(maximumBytes: 64 << 20, maximumDepth: 64))
  }

  /// The names in a folder, in order.
  package static func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path).sorted()
  }

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/vectors").standardizedFileURL
}

extension JSON {
  /// A member of an object; JSON's null where there is none, so that paths can be written in a row.
  package subscript(_ name: String) -> JSON { object?[name] ?? .null }

  /// Bytes that the vector writes in hexadecimal.
  package var hex: [UInt8]? {
    guard let digits = string.map({ Array($0.utf8) }), digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(decoding: digits[place...(place + 1)], as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(byte)
    }
    return bytes
  }
}
