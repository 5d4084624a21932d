import Foundation

/// `flock` on `data/lock`: one process at a time works on database and socket. The kernel lets go of it however the
/// process ends, so that there is never a stale one to clear away.
final class StoreLock: Sendable {
  private let descriptor: Int32

  init(_ path: String) throws(CommandFailure) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw CommandFailure("\(path): cannot be opened: \(String(cString: strerror(errno)))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let isTaken = errno == EWOULDBLOCK
      let reason = String(cString: strerror(errno))
      let holder = StoreLock.holder(descriptor)
      close(descriptor)
      guard isTaken else { throw CommandFailure("\(path): cannot be locked: \(reason)") }
      throw CommandFailure("\(path): another onedoor\(holder) works on this data already")
    }
    note()
  }

  deinit { close(descriptor) }

  /// Who holds it, for whoever is refused. Only the lock itself decides.
  private func note() {
    let text = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, text, text.count, 0)
  }

  private static func holder(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let digits = bytes.prefix(max(0, count)).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return digits.isEmpty ? "" : " (process \(String(decoding: digits, as: UTF8.self)))"
  }
}
