package import OneDoorRules
import Synchronization

/// The whole of `Store` in memory: the model that the SQL engines are tested against, and the store of tests above it.
/// It keeps nothing over a restart.
package struct MemoryStore: Sendable {
  private final class Box: Sendable {
    let state: Mutex<MemoryState>
    init(_ state: sending MemoryState) { self.state = Mutex(state) }
  }

  private let box: Box

  package init(incarnation: String = "AAAAAAAAAAAAAAAAAAAAAA") {
    box = Box(MemoryState(incarnation: incarnation))
  }

  /// From now on every call fails as unavailable with these words; nil: it works again.
  package func refuse(_ words: String?) { box.state.withLock { $0.refusal = words } }

  func run<Value: Sendable>(
    _ unit: (inout MemoryState) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    try box.state.withLock { (state) throws(StoreError) -> Value in
      if let words = state.refusal { throw .unavailable(words) }
      return try unit(&state)
    }
  }
}

extension MemoryStore: Store {
  package func incarnation() async throws(StoreError) -> String { try run { $0.incarnation } }

  package func bind(pairwiseCheck: [UInt8]) async throws(StoreError) -> Bool {
    try run { (state) throws(StoreError) in
      guard let known = state.pairwiseCheck else {
        state.pairwiseCheck = pairwiseCheck
        return true
      }
      return known == pairwiseCheck
    }
  }

  package func sweep(at now: UnixTime, idle: Seconds, limit: Int) async throws(StoreError) -> Int {
    try run { (state) throws(StoreError) in state.sweep(at: now, idle: idle, limit: limit) }
  }
}
