enum ParticipationStatements {
  static let columns = "p.id, p.handle, p.session, d.id, p.subject_kind, p.subject, p.scopes, p.created_at, p.claims"
  static let facts = "\(columns), \(SessionStatements.columns), \(PersonStatements.columns)"

  static let byHandle = SQLStatement(
    "SELECT \(facts) FROM participation p \(Liveness.joined) WHERE p.handle = ?1 AND \(Liveness.participation)")
  static let ofSession = SQLStatement(
    """
    SELECT \(columns) FROM participation p JOIN department d ON d.number = p.department
    WHERE p.session = ?1 AND \(Liveness.participation) ORDER BY p.id
    """)

  /// Also one that a cut-off has ended, with the last column 0: it has to make room.
  static let known = SQLStatement(
    """
    SELECT \(columns), \(Liveness.participation) FROM participation p JOIN department d ON d.number = p.department
    WHERE d.id = ?2 AND p.session = ?1 AND p.department = d.number AND p.subject_kind = ?3 AND p.subject = ?4
    """)
  static let begin = SQLStatement(
    """
    INSERT INTO participation (handle, session, department, subject_kind, subject, scopes, created_at, claims, born)
    SELECT ?1, ?2, d.number, ?4, ?5, ?6, ?7, ?8, \(Liveness.epoch) FROM department d WHERE d.id = ?3
    """)
  static let setGrant = SQLStatement("UPDATE participation SET scopes = ?2, claims = ?3 WHERE id = ?1")
  static let delete = SQLStatement("DELETE FROM participation WHERE id = ?1")

  static let all = [byHandle, ofSession, known, begin, setGrant, delete]
}
