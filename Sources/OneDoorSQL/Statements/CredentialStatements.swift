enum CredentialStatements {
  private static let columns = """
    \(PersonStatements.columns), k.hash, k.generation, k.strangers, k.known_devices, k.last_failure, k.last_sign_in,
    k.previous_sign_in, k.must_change
    """
  private static let source = "FROM person o JOIN credential k ON k.person = o.id"

  static let byID = SQLStatement("SELECT \(columns) \(source) WHERE o.id = ?1")
  static let byLogin = SQLStatement("SELECT \(columns) \(source) WHERE o.login_index = ?1")
  static let byPhone = SQLStatement("SELECT \(columns) \(source) WHERE o.phone_index = ?1")

  static let add = SQLStatement(
    """
    INSERT INTO credential (person, hash, generation, strangers, known_devices, must_change)
    VALUES (?1, ?2, 1, 0, 0, ?3)
    """)
  static let setPassword = SQLStatement(
    """
    UPDATE credential SET hash = ?2, generation = generation + 1, strangers = 0, known_devices = 0, last_failure = NULL,
      must_change = ?3
    WHERE person = ?1
    """)
  static let rehash = SQLStatement("UPDATE credential SET hash = ?3 WHERE person = ?1 AND generation = ?2")
  static let strangerFailed = SQLStatement(
    "UPDATE credential SET strangers = strangers + 1, last_failure = ?2 WHERE person = ?1")
  static let nobodyFailed = SQLStatement("UPDATE nobody SET strangers = strangers + 1, last_failure = ?2 WHERE id = ?1")
  static let knownDeviceFailed = SQLStatement(
    "UPDATE credential SET known_devices = known_devices + 1, last_failure = ?2 WHERE person = ?1")
  static let clearFailures = SQLStatement(
    "UPDATE credential SET strangers = 0, known_devices = 0, last_failure = NULL WHERE person = ?1")
  static let noteSignIn = SQLStatement(
    """
    UPDATE credential SET strangers = 0, known_devices = 0, last_failure = NULL, previous_sign_in = last_sign_in,
      last_sign_in = ?2
    WHERE person = ?1
    """)

  static let all = [
    byID, byLogin, byPhone, add, setPassword, rehash, strangerFailed, nobodyFailed, knownDeviceFailed,
    clearFailures, noteSignIn,
  ]
}
