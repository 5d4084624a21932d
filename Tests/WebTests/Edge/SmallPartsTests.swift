import Metrics
import OneDoorWeb
import Testing

@Suite struct PrometheusRegistryTests {
  @Test func `it writes what the metrics API counts`() {
    let registry = PrometheusRegistry()
    registry.makeCounter(label: "logins", dimensions: [("kind", "a\"b\\c\nd")]).increment(by: 2)
    registry.makeMeter(label: "queue.depth", dimensions: []).set(3.5)
    registry.makeTimer(label: "hash", dimensions: []).recordNanoseconds(20_000_000)
    #expect(
      registry.text().hasPrefix(
        """
        # TYPE hash_seconds histogram
        hash_seconds_bucket{le="0.0001"} 0
        hash_seconds_bucket{le="0.0005"} 0
        hash_seconds_bucket{le="0.001"} 0
        hash_seconds_bucket{le="0.0025"} 0
        hash_seconds_bucket{le="0.005"} 0
        hash_seconds_bucket{le="0.01"} 0
        hash_seconds_bucket{le="0.025"} 1
        """))
    #expect(registry.text().contains("logins_total{kind=\"a\\\"b\\\\c\\nd\"} 2\n"))
    #expect(registry.text().contains("# TYPE queue_depth gauge\nqueue_depth 3.5\n"))
    #expect(registry.text().contains("hash_seconds_sum 0.02\nhash_seconds_count 1\n"))
  }

  @Test func `the same name and labels are the same series, and labels are bounded`() {
    let registry = PrometheusRegistry()
    for _ in 0..<3 { registry.makeCounter(label: "a", dimensions: [("b", "c")]).increment(by: 1) }
    #expect(registry.text() == "# TYPE a_total counter\na_total{b=\"c\"} 3\n")
    for number in 0..<5000 { registry.makeCounter(label: "a", dimensions: [("b", "\(number)")]).increment(by: 1) }
    #expect(registry.text().split(separator: "\n").count <= 2001)
  }
}
