import Logging
import OneDoorCrypto
import OneDoorEndpoints
package import OneDoorRules
import ServiceLifecycle

/// Signing keys replace themselves (DESIGN.md §6): a successor is published 25 hours before it signs, and the public part
/// of a replaced key stays for the longest session and a day.
struct KeyTurning: Service {
  let keys: KeyFolder
  /// May change while the server runs.
  let life: @Sendable () -> Seconds
  let sessionAbsolute: @Sendable () -> Seconds
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          for line in try await turn(at: keys.clock()) {
            logger.notice("signing keys", metadata: ["change": "\(line)"])
          }
        } catch {
          logger.error("signing keys could not be turned", metadata: ["error": "\(error)"])
        }
        try? await Task.sleep(for: .seconds(3600))
      }
    }
  }

  /// What is due now; a line for each change.
  func turn(at now: UnixTime) async throws -> [String] {
    var lines: [String] = []
    let files = try keys.directory.load()
    for kind in KeyKind.allCases {
      let (purpose, algorithm) = KeyFolder.parts(kind)
      let last = files.keys(for: purpose).last { $0.algorithm == algorithm }?.activation.seconds ?? 0
      guard let activates = KeySuccession.activation(after: UnixTime(last), life: life(), at: now) else { continue }
      lines += try await keys.rotate(kind, activates: activates).map { "published \($0)" }
    }
    let retired = try keys.directory.retire(before: now.seconds)
    let remembered = now - (sessionAbsolute() + .days(1))
    let forgotten = try keys.directory.forget(before: remembered.seconds)
    lines += retired.map { "retired \($0)" } + forgotten.map { "forgot \($0)" }
    if !retired.isEmpty || !forgotten.isEmpty { try keys.reload() }
    return lines
  }
}

package enum KeySuccession {
  /// When the successor of the newest key takes over, if it is time to publish it. Never less than the time that
  /// departments need to fetch it, however late we are.
  package static func activation(after newest: UnixTime, life: Seconds, at now: UnixTime) -> UnixTime? {
    guard now + KeyRotation.publishedBefore >= newest + life else { return nil }
    return max(newest + life, now + KeyRotation.publishedBefore)
  }
}
