import Synchronization

/// Requests by route and status, and how long they took by route.
final class RequestMetrics: Sendable {
  let registry: PrometheusRegistry
  private let durations: [String: PrometheusHistogram]
  private let counters = Mutex<[Key: PrometheusCounter]>([:])

  /// What a request for no path of ours counts as.
  static let nowhere = "none"

  private struct Key: Hashable {
    let route: String
    let status: Int
  }

  init(registry: PrometheusRegistry, routes: [Route]) {
    self.registry = registry
    let names = routes.map(\.name) + [Self.nowhere]
    durations = Dictionary(
      names.map { ($0, registry.timer("onedoor_http_request_duration", [("route", $0)])) },
      uniquingKeysWith: { first, _ in first })
  }

  func record(route: String, status: Int, nanoseconds: UInt64?) {
    let counter = counters.withLock { counters in
      let key = Key(route: route, status: status)
      if let known = counters[key] { return known }
      let new = registry.counter("onedoor_http_requests", [("route", route), ("status", String(status))])
      counters[key] = new
      return new
    }
    counter.increment(by: 1.0)
    if let nanoseconds { durations[route]?.recordNanoseconds(Int64(clamping: nanoseconds)) }
  }
}
