import OneDoorRules
import OneDoorStore

/// Which look at the facts a decision stands on.
enum Look { case first, again }

extension Provider {
  /// A guard that failed says that what the decision stood on has changed between the look and the write, and that nothing
  /// was written: look and decide once more, then refuse (DESIGN.md §3). A third look would let whoever keeps changing
  /// things keep a request busy.
  ///
  /// The directory follows a registration's change a moment after its commit, so that the second look at the department
  /// is at the stored registration. The price is one look-up by its id.
  func decidingTwice<Answer>(
    about department: DepartmentID? = nil, _ decide: (Look) async throws -> Answer,
    otherwise refuse: () async throws -> Answer
  ) async throws -> Answer {
    do { return try await decide(.first) } catch StoreError.stale {}
    if let department, try await store.department(department)?.version != departments[department]?.version {
      try await reloadDepartments()
    }
    do { return try await decide(.again) } catch StoreError.stale {}
    return try await refuse()
  }
}
