/// CPU time of one call in this thread, over as many as fit into the time.
enum Repetition {
  static func microseconds(seconds: Double, batch: Int, _ body: () throws -> Void) throws -> Double {
    let deadline = CPUClock.seconds() + seconds
    let begin = CPUClock.thread.nanoseconds()
    var calls = 0
    repeat {
      for _ in 0..<batch { try body() }
      calls += batch
    } while CPUClock.seconds() < deadline
    return Double(CPUClock.thread.nanoseconds() - begin) / 1000 / Double(calls)
  }
}

/// The middle one: a neighbour on the machine disturbs some turns, and not the middle.
func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return 0 }
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
