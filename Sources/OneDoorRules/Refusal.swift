package import OneDoorMessages

/// What every refusal says: the code for the wire, the section that demands it, and one line for the person who must mend
/// it. A refusal is an enum case, so that a test can walk them all.
package protocol Refusal: Error, Sendable {
  var code: ErrorCode { get }
  /// The specification and section, as `RFC 6749 §4.1.3`.
  var spec: String { get }
  /// What was wrong and what to do, in one line, never a secret.
  var text: String { get }
}

/// Throws the refusal unless the condition holds; a check reads as the rule it enforces.
@inline(__always)
package func require<R: Refusal>(_ condition: Bool, or refusal: @autoclosure () -> R) throws(R) {
  if !condition { throw refusal() }
}
