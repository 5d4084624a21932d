import Glibc

/// One page appended and fdatasync: what the machine asks for a promise.
final class RawSync {
  private let descriptor: Int32
  private let page = [UInt8](repeating: 0x61, count: 4096)

  init(path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw SystemFailure("open \(path)") }
  }

  deinit { close(descriptor) }

  /// Milliseconds on the wall and microseconds of CPU.
  func measure(seconds: Double) throws -> (milliseconds: Double, microseconds: Double) {
    let begin = CPUClock.seconds()
    var calls = 0.0
    let microseconds = try Repetition.microseconds(seconds: seconds, batch: 1) {
      guard write(descriptor, page, page.count) == page.count, fdatasync(descriptor) == 0 else {
        throw SystemFailure("fdatasync")
      }
      calls += 1
    }
    return ((CPUClock.seconds() - begin) * 1000 / calls, microseconds)
  }
}
