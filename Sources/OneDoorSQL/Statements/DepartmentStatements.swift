enum DepartmentStatements {
  static let list = SQLStatement("SELECT id, version, enabled, document FROM department d ORDER BY id")
  /// The document only where its version is not the one that the reader has parsed already.
  static let byID = SQLStatement(
    "SELECT version, enabled, CASE WHEN version = ?2 THEN NULL ELSE document END FROM department WHERE id = ?1")
  static let standing = SQLStatement("SELECT version, enabled FROM department WHERE id = ?1")
  static let add = SQLStatement(
    """
    INSERT INTO department (id, version, enabled, document) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO NOTHING
    """)
  static let update = SQLStatement(
    "UPDATE department SET version = version + 1, document = ?3 WHERE id = ?1 AND version = ?2")
  static let setEnabled = SQLStatement(
    "UPDATE department SET version = version + 1, enabled = ?2 WHERE id = ?1 AND enabled <> ?2")

  static let all = [list, byID, standing, add, update, setEnabled]
}
