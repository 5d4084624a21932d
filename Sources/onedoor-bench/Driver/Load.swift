import Glibc

/// Closed-loop load: each connection has one request under way, and all of them together keep the server's core busy.
struct Load {
  static let connections = 16

  let server: ServerChild
  /// On a core of its own the driver looks for answers without ever going to sleep: a server that has to wake another
  /// core for each answer pays for that (10 µs and more on a virtual machine), and pays it only where it is slower than
  /// the driver. Where there is one core, the driver waits.
  let isDriverAwake: Bool

  init(server: ServerChild, cores: Cores) {
    self.server = server
    isDriverAwake = cores.driver != cores.server
  }

  struct Outcome {
    let operations: Int
    /// The server's CPU time for one operation.
    let microseconds: Double
  }

  /// Warms up with one operation on each connection, then lets them go on for `seconds`. Every operation that begins is
  /// finished before the clock is read again, so that none is counted by half.
  func run(_ visitors: [any Visitor], seconds: Double) throws -> Outcome {
    let lanes = try visitors.map { Lane(try Connection(port: server.port), $0) }
    _ = try drive(lanes) { false }
    let before = server.cpu.nanoseconds()
    let deadline = CPUClock.seconds() + seconds
    let operations = try drive(lanes) { CPUClock.seconds() < deadline }
    let spent = server.cpu.nanoseconds() - before
    return Outcome(operations: operations, microseconds: Double(spent) / 1000 / Double(max(1, operations)))
  }

  private final class Lane {
    let connection: Connection
    let visitor: any Visitor

    init(_ connection: Connection, _ visitor: any Visitor) {
      self.connection = connection
      self.visitor = visitor
    }

    func ask() throws { try connection.send(try visitor.next()) }
  }

  private func drive(_ lanes: [Lane], goesOn: () -> Bool) throws -> Int {
    var waiting = lanes.map { pollfd(fd: $0.connection.descriptor, events: Int16(POLLIN), revents: 0) }
    for lane in lanes { try lane.ask() }
    var (operations, open) = (0, lanes.count)
    var quietSince = CPUClock.seconds()
    while open > 0 {
      let ready = poll(&waiting, nfds_t(waiting.count), isDriverAwake ? 0 : 1_000)
      if ready < 0, errno != EINTR { throw SystemFailure("poll") }
      guard ready > 0 else {
        guard CPUClock.seconds() - quietSince < 30 else { throw BenchFailure("no answer for 30 seconds") }
        continue
      }
      quietSince = CPUClock.seconds()
      for (index, lane) in lanes.enumerated() where waiting[index].revents != 0 {
        guard let answer = try lane.connection.receive() else { continue }
        let isComplete = try lane.visitor.take(answer)
        operations += isComplete ? 1 : 0
        if !isComplete || goesOn() {
          try lane.ask()
        } else {
          // poll passes over a negative descriptor.
          waiting[index].fd = -1
          open -= 1
        }
      }
    }
    return operations
  }
}
