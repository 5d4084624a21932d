import Synchronization

/// One refresh at a time for each session as it was: a page with twenty pictures asks once, and all twenty answers carry the
/// same new session. What a flight brought is kept for a moment, for requests that left the browser before it landed.
final class RefreshFlights: Sendable {
  typealias Landing = Result<BrowserSession, OneDoorError>

  private struct Flight {
    let task: Task<Landing, Never>
    var landed: ContinuousClock.Instant?
  }

  private let flights = Mutex<[String: Flight]>([:])
  private let clocks: Clocks

  static let keep: Duration = .seconds(10)

  init(clocks: Clocks) { self.clocks = clocks }

  /// The work goes on when the request that began it is cancelled: others wait for it.
  func share(
    _ session: String, _ work: @escaping @Sendable () async -> Landing
  ) async -> Landing {
    let now = clocks.monotonic()
    let task = flights.withLock { flights in
      flights = flights.filter { $0.value.landed.map { now - $0 < RefreshFlights.keep } ?? true }
      if let flight = flights[session] { return flight.task }
      let task = Task {
        let landing = await work()
        self.land(session, landing)
        return landing
      }
      flights[session] = Flight(task: task)
      return task
    }
    return await task.value
  }

  /// A provider that could not answer is asked again by the next request.
  private func land(_ session: String, _ landing: Landing) {
    let now = clocks.monotonic()
    flights.withLock { flights in
      if case .failure(let error) = landing, error.code == .unavailable {
        flights[session] = nil
      } else {
        flights[session]?.landed = now
      }
    }
  }
}
