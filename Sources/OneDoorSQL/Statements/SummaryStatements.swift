/// Sessions as an administrator sees them: live ones only, newest first. `?1` is now, `?2` now less the idle limit, or the
/// least number where idle ones are asked for too.
enum SummaryStatements {
  private static let select = """
    SELECT \(SessionStatements.columns), \(PersonStatements.columns) FROM session s JOIN person o ON o.id = s.person
    WHERE s.expires_at > ?1 AND s.last_active > ?2 AND \(Liveness.session)
    """

  static let bySession = SQLStatement("\(select) AND s.id = ?3")
  static let byPerson = SQLStatement("\(select) AND s.person = ?3 ORDER BY s.id DESC")
  static let byDepartment = SQLStatement(
    """
    \(select) AND EXISTS (
      SELECT 1 FROM participation p JOIN department d ON d.number = p.department
      WHERE p.session = s.id AND d.id = ?3 AND \(Liveness.participation))
    ORDER BY s.id DESC
    """)
  static let byHandle = SQLStatement(
    """
    \(select) AND s.id = (SELECT p.session FROM participation p WHERE p.handle = ?3 AND \(Liveness.participation))
    """)
  static let page = SQLStatement("\(select) AND s.id < ?3 ORDER BY s.id DESC LIMIT ?4")

  static let all = [bySession, byPerson, byDepartment, byHandle, page]
}
