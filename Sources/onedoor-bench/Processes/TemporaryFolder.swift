import Foundation

/// The run's own folder, 0700, gone at its end.
final class TemporaryFolder {
  let url: URL
  private let isKept: Bool

  init(isKept: Bool) throws {
    self.isKept = isKept
    url = FileManager.default.temporaryDirectory.appendingPathComponent("onedoor-bench-\(getpid())")
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    if !isKept { Leftovers.shared.add(folder: url.path) }
  }

  func remove() {
    guard !isKept else { return }
    try? FileManager.default.removeItem(at: url)
    Leftovers.shared.remove(folder: url.path)
  }

  func file(_ name: String) -> URL { url.appendingPathComponent(name) }

  func write(_ name: String, _ text: String) throws {
    let path = file(name).path
    let made = FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    guard made else { throw BenchFailure("\(path) cannot be written") }
  }
}
