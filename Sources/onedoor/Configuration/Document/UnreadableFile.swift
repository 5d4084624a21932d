import Foundation

/// Why a file could not be read, in the system's words.
package struct UnreadableFile: Error, Sendable, Equatable {
  package let reason: String

  /// Reads a whole file of at most `limit` bytes. Pipes work, so that `-f /dev/stdin` does.
  package static func read(_ path: String, limit: Int) throws(UnreadableFile) -> [UInt8] {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw UnreadableFile(reason: "is no file name") }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw UnreadableFile(errno) }
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw UnreadableFile(errno) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk.prefix(count))
      guard bytes.count <= limit else { throw UnreadableFile(reason: "is larger than \(SizeText.write(limit))") }
    }
  }

  private init(reason: String) { self.reason = reason }
  private init(_ code: Int32) { reason = "cannot be read: \(String(cString: strerror(code)))" }
}
