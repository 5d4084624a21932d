enum PersonStatements {
  static let columns = "o.id, o.version, o.enabled, o.record"

  static let byID = SQLStatement("SELECT \(columns) FROM person o WHERE o.id = ?1")
  static let byLogin = SQLStatement("SELECT \(columns) FROM person o WHERE o.login_index = ?1")
  static let byPhone = SQLStatement("SELECT \(columns) FROM person o WHERE o.phone_index = ?1")
  static let after = SQLStatement("SELECT \(columns) FROM person o WHERE o.id > ?1 ORDER BY o.id LIMIT ?2")

  static let loginHolder = SQLStatement("SELECT id FROM person WHERE login_index = ?1 AND id <> ?2")
  static let phoneHolder = SQLStatement("SELECT id FROM person WHERE phone_index = ?1 AND id <> ?2")
  static let standing = SQLStatement("SELECT 1 FROM person WHERE id = ?1 AND version = ?2")

  static let add = SQLStatement(
    "INSERT INTO person (version, enabled, login_index, phone_index, record) VALUES (1, 1, ?1, ?2, x'')")
  static let setRecord = SQLStatement("UPDATE person SET record = ?2 WHERE id = ?1")
  static let update = SQLStatement(
    "UPDATE person SET login_index = ?3, phone_index = ?4, record = ?5 WHERE id = ?1 AND version = ?2")
  static let setEnabled = SQLStatement(
    "UPDATE person SET version = version + 1, enabled = ?3 WHERE id = ?1 AND version = ?2")
  static let raiseEnabled = SQLStatement(
    "UPDATE person SET version = version + 1 WHERE id = ?1 AND version = ?2 AND enabled = 1")
  static let raiseVersion = SQLStatement("UPDATE person SET version = version + 1 WHERE id = ?1 AND version = ?2")

  static let all = [
    byID, byLogin, byPhone, after, loginHolder, phoneHolder, standing, add, setRecord, update, setEnabled, raiseEnabled,
    raiseVersion,
  ]
}
