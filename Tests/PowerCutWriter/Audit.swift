import OneDoorRules
import OneDoorStore

/// Asks the store for everything that the ledger says was acknowledged.
struct Audit {
  let store: any Store

  /// `acknowledged N lost M`.
  func check(_ ledger: String) async throws -> String {
    // The last line may have been cut off with the power.
    let lines = ledger.split(separator: "\n", omittingEmptySubsequences: false).dropLast().filter { !$0.isEmpty }
    let acts = lines.compactMap { Act($0) }
    guard acts.count == lines.count else { throw StoreError.corrupt("a line of the ledger") }
    var lost = 0
    for act in acts {
      if try await !holds(act) { lost += 1 }
    }
    return "acknowledged \(acts.count) lost \(lost)"
  }

  private func holds(_ act: Act) async throws -> Bool {
    switch act {
    case .session(let hash):
      return try await store.session(hash) != nil
    case .code(let code, let handle):
      // Asked of a participation that is none, so that the question does not end what it asks about.
      guard let department = try await store.departments().first else { return false }
      let nobody = ParticipationHandle(random: Array(repeating: 0, count: 16))
      let again = try await store.redeem(
        code, of: handle, by: department, family: nil, until: Writing.now + 60, at: Writing.now,
        reuse: Writing.order(nobody, .codeReused))
      return again == .alreadyUsed
    case .counter(let family, let counter):
      return try await (store.family(family)?.family.counter ?? 0) >= counter
    case .ended(let handle):
      let epoch = try await store.epoch()
      return try await store.participation(handle) == nil && epoch > 0
    }
  }
}
