import Glibc

private typealias AffinityCall = @convention(c) (pid_t, Int, UnsafeMutableRawPointer?) -> Int32

// Swift's view of the C library hides its own additions to the standard; they are there all the same.
private func affinityCall(_ name: String) throws -> AffinityCall {
  guard let symbol = dlsym(nil, name) else { throw SystemFailure(name, code: ENOSYS) }
  return unsafeBitCast(symbol, to: AffinityCall.self)
}

/// Where things run: the provider, and what stands in for it, on one core, and whoever drives them on another.
struct Cores: Sendable {
  let server: Int
  let driver: Int

  /// The first and the last core that this process may use. On a machine with one core it is the same one; CPU time is
  /// still right then, since each process's own is read.
  static func available() throws -> Cores {
    let call = try affinityCall("sched_getaffinity")
    var set = [UInt8](repeating: 0, count: 128)
    guard call(0, set.count, &set) >= 0 else { throw SystemFailure("sched_getaffinity") }
    let cores = (0..<set.count * 8).filter { set[$0 / 8] & (1 << UInt8($0 % 8)) != 0 }
    guard let first = cores.first, let last = cores.last else { throw BenchFailure("this process has no core") }
    return Cores(server: first, driver: last)
  }

  /// Moves the calling thread. Threads and processes that it starts begin on the same core.
  static func move(to core: Int) throws {
    let call = try affinityCall("sched_setaffinity")
    var set = [UInt8](repeating: 0, count: 128)
    set[core / 8] = 1 << UInt8(core % 8)
    guard call(0, set.count, &set) == 0 else { throw SystemFailure("sched_setaffinity") }
  }

  /// Runs something on the server's core, which is idle then.
  func onServerCore<Answer>(_ body: () throws -> Answer) throws -> Answer {
    try Cores.move(to: server)
    let result = Result { try body() }
    try Cores.move(to: driver)
    return try result.get()
  }
}
