/// What did not come about within its bound. A test that waits says for what and how long.
package struct TimedOut: Error, CustomStringConvertible {
  package let description: String

  package init(_ what: String, after bound: Duration, seen: String = "") {
    description = "not within \(bound): \(what)" + (seen.isEmpty ? "" : "\n\(seen)")
  }
}

/// Asks again and again until `body` answers, never longer than the bound. No test waits by sleeping a fixed time.
@discardableResult
package func eventually<Answer>(
  _ what: String, within bound: Duration = .seconds(10), every pause: Duration = .milliseconds(20),
  isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Answer?
) async throws -> Answer {
  let deadline = ContinuousClock.now + bound
  while true {
    if let answer = try await body() { return answer }
    guard ContinuousClock.now < deadline else { throw TimedOut(what, after: bound) }
    try await Task.sleep(for: pause)
  }
}
