enum SessionStatements {
  static let columns =
    "s.id, s.hash, s.person, s.auth_time, s.acr, s.amr, s.created_at, s.last_active, s.expires_at"

  static let byHash = SQLStatement(
    """
    SELECT \(columns), \(PersonStatements.columns) FROM session s JOIN person o ON o.id = s.person
    WHERE s.hash = ?1 AND \(Liveness.session)
    """)

  static let begin = SQLStatement(
    """
    INSERT INTO session (hash, person, auth_time, acr, amr, created_at, last_active, expires_at, born)
    SELECT ?1, o.id, ?4, ?5, ?6, ?7, ?7, ?8, \(Liveness.epoch) FROM person o
    WHERE o.id = ?2 AND o.version = ?3 AND o.enabled = 1
    """)

  /// The same person again in the same browser: a new cookie, the same participations and the same absolute end.
  static let renew = SQLStatement(
    """
    UPDATE session AS s SET hash = ?1, auth_time = ?4, acr = ?5, amr = ?6,
      last_active = CASE WHEN s.last_active < ?7 THEN ?7 ELSE s.last_active END
    WHERE s.id = ?8 AND s.hash = ?9 AND s.person = ?2 AND s.expires_at > ?7 AND \(Liveness.session)
      AND EXISTS (SELECT 1 FROM person o WHERE o.id = ?2 AND o.version = ?3 AND o.enabled = 1)
    """)
  /// The same session under a new cookie.
  static let move = SQLStatement(
    """
    UPDATE session AS s SET hash = ?4, last_active = CASE WHEN s.last_active < ?5 THEN ?5 ELSE s.last_active END
    WHERE s.id = ?1 AND s.person = ?2 AND s.hash = ?3 AND s.expires_at > ?5 AND \(Liveness.session)
    """)
  static let byID = SQLStatement("SELECT \(columns) FROM session s WHERE s.id = ?1")

  static let touch = SQLStatement("UPDATE session SET last_active = ?2 WHERE id = ?1 AND last_active < ?2")

  /// Activity with all guards of a use at a department: the first write of joining one.
  static let use = SQLStatement(
    """
    UPDATE session AS s SET last_active = CASE WHEN s.last_active < ?3 THEN ?3 ELSE s.last_active END
    WHERE s.id = ?1 AND s.person = ?2 AND s.expires_at > ?3 AND \(Liveness.session)
      AND EXISTS (SELECT 1 FROM person o WHERE o.id = ?2 AND o.version = ?4 AND o.enabled = 1)
      AND EXISTS (SELECT 1 FROM department d WHERE d.id = ?5 AND d.version = ?6 AND d.enabled = 1)
      AND (?7 = 1 OR NOT EXISTS (
        SELECT 1 FROM departure v JOIN department d ON d.number = v.department WHERE v.session = s.id AND d.id = ?5))
    """)

  static let all = [byHash, begin, renew, move, byID, touch, use]
}
