import Glibc

/// CPU time, user and system, in nanoseconds. The kernel's clock of a process counts what `/proc/PID/schedstat` counts,
/// but of all its threads, also of those that have ended, and not in steps of 10 ms as `/proc/PID/stat` does.
struct CPUClock: Sendable {
  private let id: clockid_t

  init(pid: Int32) throws {
    var id = clockid_t()
    let code = clock_getcpuclockid(pid, &id)
    guard code == 0 else { throw SystemFailure("clock_getcpuclockid", code: code) }
    self.id = id
  }

  private init(id: clockid_t) { self.id = id }

  /// Of the thread that asks.
  static let thread = CPUClock(id: CLOCK_THREAD_CPUTIME_ID)
  /// Not CPU time: what a clock on the wall shows.
  static let wall = CPUClock(id: CLOCK_MONOTONIC)

  func nanoseconds() -> Int64 {
    // Two words, read as such: which module owns the fields of `timespec` changes with what else a build has loaded.
    let time = withUnsafeTemporaryAllocation(of: Int.self, capacity: 2) { words in
      words.initialize(repeating: 0)
      if let start = words.baseAddress {
        clock_gettime(id, UnsafeMutableRawPointer(start).assumingMemoryBound(to: timespec.self))
      }
      return (words[0], words[1])
    }
    return Int64(time.0) * 1_000_000_000 + Int64(time.1)
  }

  static func seconds() -> Double { Double(wall.nanoseconds()) / 1e9 }
}
