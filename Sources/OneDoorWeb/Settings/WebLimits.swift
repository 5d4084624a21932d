/// How much, how long and how many. Tests make the times short.
package struct WebLimits: Sendable, Equatable {
  /// Open connections of one listener; the next one waits in the kernel's queue.
  package var connections = 4096
  package var headerCount = 100
  /// Request line and header fields together.
  package var headerBytes = 32 * 1024
  package var bodyBytes = 64 * 1024
  package var adminBodyBytes = 16 * 1024 * 1024

  package var headTime: Duration = .seconds(10)
  package var bodyTime: Duration = .seconds(30)
  package var idleTime: Duration = .seconds(75)
  /// How long an answer may wait for a reader that does not read.
  package var stallTime: Duration = .seconds(30)
  /// How long a connection that was refused may still send before it is cut: closing at once would make the kernel
  /// reset the connection, and the client lose the answer.
  package var lingerTime: Duration = .seconds(2)

  package init() {}
}
