package import OneDoorRules

extension MemoryStore {
  package func departments() async throws(StoreError) -> [Department] {
    try run { (state) throws(StoreError) in state.departments.values.sorted { $0.id < $1.id } }
  }

  package func department(_ id: DepartmentID) async throws(StoreError) -> Department? {
    try run { (state) throws(StoreError) in state.departments[id] }
  }

  package func add(_ department: Department) async throws(StoreError) {
    try run { (state) throws(StoreError) in
      guard state.departments[department.id] == nil else { throw .taken("department") }
      state.departments[department.id] = department
    }
  }

  package func update(_ department: Department) async throws(StoreError) -> Department {
    try run { (state) throws(StoreError) in
      guard let stored = state.departments[department.id], stored.version == department.version else { throw .stale }
      var changed = department
      changed.version += 1
      changed.isEnabled = stored.isEnabled
      state.departments[department.id] = changed
      return changed
    }
  }

  package func setEnabled(_ id: DepartmentID, _ isEnabled: Bool, end: EndOrder?) async throws(StoreError) {
    try run { (state) throws(StoreError) in
      guard let stored = state.departments[id] else { throw .stale }
      guard stored.isEnabled != isEnabled else { return }
      state.departments[id]?.isEnabled = isEnabled
      state.departments[id]?.version += 1
      if let end { _ = state.end(end) }
    }
  }
}
