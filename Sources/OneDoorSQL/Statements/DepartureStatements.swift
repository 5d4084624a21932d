enum DepartureStatements {
  static let exists = SQLStatement(
    """
    SELECT 1 FROM departure v JOIN department d ON d.number = v.department WHERE v.session = ?1 AND d.id = ?2
    """)
  static let note = SQLStatement(
    "INSERT INTO departure (session, department) VALUES (?1, ?2) ON CONFLICT (session, department) DO NOTHING")
  static let forget = SQLStatement(
    """
    DELETE FROM departure
    WHERE session = ?1 AND department = (SELECT d.number FROM department d WHERE d.id = ?2)
    """)

  static let all = [exists, note, forget]
}
