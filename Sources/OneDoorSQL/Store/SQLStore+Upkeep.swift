package import OneDoorRules
package import OneDoorStore
import Synchronization

/// Where the next sweep goes on reading the sessions: without it, removing many would read the ones that stay again and
/// again. Losing it costs one pass.
final class SweepPosition: Sendable {
  private let session = Atomic<Int64>(0)
  var current: Int64 { session.load(ordering: .relaxed) }
  func move(to position: Int64) { session.store(position, ordering: .relaxed) }
}

extension SQLStore {
  package func incarnation() async throws(StoreError) -> String {
    let found = try await database.read { (connection) throws(StoreError) in
      try connection.first(UpkeepStatements.incarnation, []) { $0.text(0) }
    }
    guard let found else { throw .corrupt("store.incarnation") }
    return found
  }

  package func bind(pairwiseCheck: [UInt8]) async throws(StoreError) -> Bool {
    if let known = try await boundCheck() { return known == pairwiseCheck }
    try await database.write { (connection) throws(StoreError) in
      _ = try connection.execute(UpkeepStatements.bindPairwise, [.bytes(pairwiseCheck)])
    }
    return try await boundCheck() == pairwiseCheck
  }

  private func boundCheck() async throws(StoreError) -> [UInt8]? {
    try await database.read { (connection) throws(StoreError) in
      try connection.first(UpkeepStatements.pairwiseCheck, []) { $0.optionalBytes(0) } ?? nil
    }
  }

  package func sweep(at now: UnixTime, idle: Seconds, limit: Int) async throws(StoreError) -> Int {
    // Looking goes on beside the writer and reads through whole tables; only what was found is written about.
    let position = sweeping.current
    var found = try await database.scan { (connection) throws(StoreError) in
      try Sweep(after: position, at: now, idle: idle, limit: limit, on: connection)
    }
    if position > 0, found.isEmpty {
      found = try await database.scan { (connection) throws(StoreError) in
        try Sweep(after: 0, at: now, idle: idle, limit: limit, on: connection)
      }
    }
    sweeping.move(to: found.sessionsGoOn ?? 0)
    guard !found.isEmpty else { return 0 }
    let sweep = found
    return try await database.write { (connection) throws(StoreError) in try sweep.carryOut(on: connection) }
  }
}
