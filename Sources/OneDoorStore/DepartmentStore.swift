package import OneDoorRules

package protocol DepartmentStore: Sendable {
  func departments() async throws(StoreError) -> [Department]
  func department(_ id: DepartmentID) async throws(StoreError) -> Department?

  /// Adds a department; `.taken` if the id exists.
  func add(_ department: Department) async throws(StoreError)

  /// Replaces a registration where its version is still `department.version`, and raises the version by one; `.stale`
  /// otherwise. Does not end anything by itself; `isEnabled` stays as stored, since only `setEnabled` carries an end.
  func update(_ department: Department) async throws(StoreError) -> Department

  /// Enables or disables. Disabling carries out `end` (a cut-off of the department) in the same unit of work. `.stale`
  /// where the department is not there; nothing happens where it stands so already.
  func setEnabled(_ id: DepartmentID, _ isEnabled: Bool, end: EndOrder?) async throws(StoreError)
}
