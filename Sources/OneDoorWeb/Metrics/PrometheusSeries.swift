import Metrics
import Synchronization

/// Only grows.
final class PrometheusCounter: CounterHandler, FloatingPointCounterHandler, Sendable {
  private let sum = Mutex(0.0)

  var value: Double { sum.withLock { $0 } }
  func increment(by amount: Int64) { increment(by: Double(amount)) }
  func increment(by amount: Double) {
    guard amount > 0 else { return }
    sum.withLock { $0 += amount }
  }
  func reset() { sum.withLock { $0 = 0 } }
}

/// Goes up and down.
final class PrometheusGauge: MeterHandler, RecorderHandler, Sendable {
  private let level = Mutex(0.0)

  var value: Double { level.withLock { $0 } }
  func set(_ value: Int64) { set(Double(value)) }
  func set(_ value: Double) { level.withLock { $0 = value } }
  func increment(by amount: Double) { level.withLock { $0 += amount } }
  func decrement(by amount: Double) { level.withLock { $0 -= amount } }
  func record(_ value: Int64) { set(value) }
  func record(_ value: Double) { set(value) }
}

/// Counts by size.
final class PrometheusHistogram: RecorderHandler, TimerHandler, Sendable {
  /// Seconds: from what a document costs to what a password hash behind a long queue takes.
  static let secondBounds = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
  static let countBounds = [1.0, 2, 4, 8, 16, 32, 64, 128, 256, 1024]

  private struct State {
    var counts: [UInt64]
    var sum = 0.0
  }

  private let bounds: [Double]
  private let state: Mutex<State>

  init(bounds: [Double]) {
    self.bounds = bounds
    state = Mutex(State(counts: [UInt64](repeating: 0, count: bounds.count + 1)))
  }

  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
  func record(_ value: Int64) { record(Double(value)) }
  func record(_ value: Double) {
    guard value.isFinite else { return }
    let place = bounds.firstIndex { value <= $0 } ?? bounds.count
    state.withLock {
      $0.counts[place] += 1
      $0.sum += value
    }
  }

  func lines(_ name: String, _ labels: String) -> String {
    let state = state.withLock { $0 }
    let prefix = labels.isEmpty ? "" : labels + ","
    var text = ""
    var total: UInt64 = 0
    for (place, count) in state.counts.enumerated() {
      total += count
      let bound = place < bounds.count ? PrometheusName.number(bounds[place]) : "+Inf"
      text += PrometheusName.line("\(name)_bucket", "\(prefix)le=\"\(bound)\"", Double(total))
    }
    text += PrometheusName.line("\(name)_sum", labels, state.sum)
    text += PrometheusName.line("\(name)_count", labels, Double(total))
    return text
  }
}
