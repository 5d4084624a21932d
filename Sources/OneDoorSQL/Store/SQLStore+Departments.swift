package import OneDoorRules
package import OneDoorStore
import Synchronization

/// Registrations as last parsed, each with its version. Parsing one, with its keys, costs more than the look-up; asking
/// for the version costs 2 µs, and nobody has to be told of a change.
final class ParsedDepartments: Sendable {
  private let known = Mutex<[DepartmentID: Department]>([:])

  func version(of id: DepartmentID) -> Int64? { known.withLock { $0[id]?.version } }
  func keep(_ department: Department) { known.withLock { $0[department.id] = department } }

  func department(_ id: DepartmentID, version: Int64) -> Department? {
    known.withLock { $0[id] }.flatMap { $0.version == version ? $0 : nil }
  }
}

/// A department's row; without the document where the reader said that it knows this version.
private struct DepartmentRow: Sendable {
  let version: Int64
  let isEnabled: Bool
  let document: [UInt8]?

  init(_ row: some SQLRow) {
    version = row.integer(0)
    isEnabled = row.integer(1) != 0
    document = row.optionalBytes(2)
  }
}

extension SQLStore {
  package func departments() async throws(StoreError) -> [Department] {
    try await database.read { (connection) throws(StoreError) in
      try connection.all(DepartmentStatements.list, []) { (row) throws(StoreError) in
        try DepartmentDocument.decode(
          row.bytes(3), id: DepartmentID(stored: row.text(0)), version: row.integer(1), isEnabled: row.integer(2) != 0)
      }
    }
  }

  package func department(_ id: DepartmentID) async throws(StoreError) -> Department? {
    let known = parsed.version(of: id) ?? -1
    let found = try await database.read { (connection) throws(StoreError) in
      try connection.first(DepartmentStatements.byID, [.text(id.text), .integer(known)]) { DepartmentRow($0) }
    }
    guard let found else { return nil }
    if let department = parsed.department(id, version: found.version) { return department }
    guard let document = found.document else { return try await department(id) }
    let department = try DepartmentDocument.decode(
      document, id: id, version: found.version, isEnabled: found.isEnabled)
    parsed.keep(department)
    return department
  }

  package func add(_ department: Department) async throws(StoreError) {
    let document = DepartmentDocument.encode(department)
    try await database.write { (connection) throws(StoreError) in
      let added = try connection.execute(
        DepartmentStatements.add,
        [
          .text(department.id.text), .integer(department.version), .integer(department.isEnabled ? 1 : 0),
          .bytes(document),
        ])
      guard added == 1 else { throw .taken("department") }
    }
  }

  package func update(_ department: Department) async throws(StoreError) -> Department {
    let document = DepartmentDocument.encode(department)
    let isEnabled = try await database.write { (connection) throws(StoreError) in
      let changed = try connection.execute(
        DepartmentStatements.update, [.text(department.id.text), .integer(department.version), .bytes(document)])
      guard changed == 1 else { throw .stale }
      return try connection.first(DepartmentStatements.standing, [.text(department.id.text)]) {
        $0.integer(1) != 0
      } ?? false
    }
    var changed = department
    changed.version += 1
    changed.isEnabled = isEnabled
    return changed
  }

  package func setEnabled(_ id: DepartmentID, _ isEnabled: Bool, end: EndOrder?) async throws(StoreError) {
    let ending = try ending(end)
    let step = try await database.write { (connection) throws(StoreError) -> Ending.Step? in
      let changed = try connection.execute(
        DepartmentStatements.setEnabled, [.text(id.text), .integer(isEnabled ? 1 : 0)])
      guard changed == 1 else {
        guard try connection.exists(DepartmentStatements.standing, [.text(id.text)]) else { throw .stale }
        return nil
      }
      return try ending?.carryOut(on: connection)
    }
    try await finish(ending, after: step)
  }
}
