import OneDoorMessages
import OneDoorRules
import Synchronization

/// All registrations in memory. A department changes by the administrator's hand alone, and each unit of work re-checks
/// its version, so that a stale entry can refuse but never allow.
final class DepartmentDirectory: Sendable {
  private struct State {
    var departments: [DepartmentID: Department] = [:]
    var publicOrigins: Set<[UInt8]> = []
  }

  private let state = Mutex(State())

  /// Returns the departments that were switched off, removed, given other secrets or keys, or may no longer follow the
  /// revocation stream.
  func replace(_ departments: [Department]) -> [DepartmentID] {
    var next = State()
    for department in departments {
      next.departments[department.id] = department
      guard department.isEnabled, !department.isConfidential else { continue }
      for text in department.redirectURIs {
        guard let uri = try? VerifiedRedirectURI.verify(text, of: department) else { continue }
        next.publicOrigins.insert(Array(uri.origin.utf8))
      }
    }
    return state.withLock { state in
      let unsettled = state.departments.values.filter { old in
        guard let new = next.departments[old.id] else { return true }
        let isSilenced = old.scopes.contains(.revocation) && !new.scopes.contains(.revocation)
        return !new.isEnabled || new.secretHashes != old.secretHashes || new.keys != old.keys || isSilenced
      }
      state = next
      return unsettled.map(\.id)
    }
  }

  subscript(id: DepartmentID) -> Department? { state.withLock { $0.departments[id] } }

  /// The enabled departments that this one may call.
  func callable(by department: Department) -> [Department] {
    state.withLock { state in department.mayCall.compactMap { state.departments[$0] }.filter(\.isEnabled) }
  }

  /// Whether a page of this origin may call token and userinfo (Fetch §3.2): it belongs to a public department.
  func isPublicOrigin(_ origin: String) -> Bool { state.withLock { $0.publicOrigins.contains(Array(origin.utf8)) } }
}
