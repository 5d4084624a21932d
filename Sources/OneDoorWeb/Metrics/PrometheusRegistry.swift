package import Metrics
import Synchronization

/// Everything that is counted in this process, for Prometheus to fetch. It is the backend of the metrics API, so that
/// modules which know nothing of the web count through that.
package final class PrometheusRegistry: MetricsFactory, Sendable {
  enum Series: Sendable {
    case counter(PrometheusCounter)
    case gauge(PrometheusGauge)
    case histogram(PrometheusHistogram)

    var type: String {
      switch self {
      case .counter: "counter"
      case .gauge: "gauge"
      case .histogram: "histogram"
      }
    }
  }

  /// A bound on what a mistake in a label can cost: series beyond it count into the void.
  private static let mostSeries = 2000

  private struct Family {
    var type: String
    var series: [String: Series] = [:]
  }

  private struct State {
    var families: [String: Family] = [:]
    var count = 0
  }

  private let state = Mutex(State())

  package init() {}

  package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    counter(label, dimensions)
  }

  package func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    counter(label, dimensions)
  }

  package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    gauge(label, dimensions)
  }

  package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    guard aggregate else { return gauge(label, dimensions) }
    return histogram(PrometheusName.metric(label), dimensions, bounds: PrometheusHistogram.countBounds)
  }

  package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler { timer(label, dimensions) }

  // Nothing is given back: a counter that goes and comes again would begin at nought, which reads as a restart.
  package func destroyCounter(_ handler: any CounterHandler) {}
  package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  package func destroyMeter(_ handler: any MeterHandler) {}
  package func destroyRecorder(_ handler: any RecorderHandler) {}
  package func destroyTimer(_ handler: any TimerHandler) {}

  func counter(_ label: String, _ dimensions: [(String, String)]) -> PrometheusCounter {
    let new = PrometheusCounter()
    let name = PrometheusName.metric(label, suffix: "_total")
    guard case .counter(let counter) = find(name, dimensions, or: .counter(new)) else { return new }
    return counter
  }

  func gauge(_ label: String, _ dimensions: [(String, String)]) -> PrometheusGauge {
    let new = PrometheusGauge()
    guard case .gauge(let gauge) = find(PrometheusName.metric(label), dimensions, or: .gauge(new)) else { return new }
    return gauge
  }

  func timer(_ label: String, _ dimensions: [(String, String)]) -> PrometheusHistogram {
    let name = PrometheusName.metric(label, suffix: "_seconds")
    return histogram(name, dimensions, bounds: PrometheusHistogram.secondBounds)
  }

  private func histogram(_ name: String, _ dimensions: [(String, String)], bounds: [Double]) -> PrometheusHistogram {
    let new = PrometheusHistogram(bounds: bounds)
    guard case .histogram(let histogram) = find(name, dimensions, or: .histogram(new)) else { return new }
    return histogram
  }

  /// What stands under this name and these labels; nil where the name is of another type.
  private func find(_ name: String, _ dimensions: [(String, String)], or new: Series) -> Series? {
    let labels = PrometheusName.labels(dimensions)
    return state.withLock { state in
      var family = state.families[name] ?? Family(type: new.type)
      guard family.type == new.type else { return nil }
      if let known = family.series[labels] { return known }
      guard state.count < Self.mostSeries else { return nil }
      family.series[labels] = new
      state.families[name] = family
      state.count += 1
      return new
    }
  }

  /// The exposition format 0.0.4, sorted.
  package func text() -> String {
    let families = state.withLock { $0.families }
    var text = ""
    for (name, family) in families.sorted(by: { $0.key < $1.key }) {
      text += "# TYPE \(name) \(family.type)\n"
      for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
        switch series {
        case .counter(let counter): text += PrometheusName.line(name, labels, counter.value)
        case .gauge(let gauge): text += PrometheusName.line(name, labels, gauge.value)
        case .histogram(let histogram): text += histogram.lines(name, labels)
        }
      }
    }
    return text
  }
}
