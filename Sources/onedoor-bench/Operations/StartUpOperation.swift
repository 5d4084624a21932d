import Glibc

/// Start-up and idle memory: of a server that has answered once and is then left alone.
struct StartUpOperation {
  static let startUpLimit = 20.0
  static let startUpAim = 150.0
  static let residentLimit = 38.0
  static let residentAim = 48.0
  static let anonymousLimit = 3.8
  static let anonymousAim = 10.0

  let milliseconds: Double
  let memory: MemoryUse

  init(_ installation: Installation, cores: Cores, turns: Int) throws {
    var times: [Double] = []
    var last: MemoryUse?
    for turn in 1...turns {
      let provider = try BenchProvider.start(installation, cores: cores)
      defer { provider.server.stop() }
      times.append(provider.startUp * 1000)
      guard turn == turns else { continue }
      usleep(2_000_000)
      last = try MemoryUse(pid: provider.server.pid)
    }
    guard let last else { throw BenchFailure("nothing was started") }
    milliseconds = median(times)
    memory = last
  }
}
