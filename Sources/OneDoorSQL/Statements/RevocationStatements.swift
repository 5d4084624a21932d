enum RevocationStatements {
  static let epoch = SQLStatement("SELECT epoch FROM counter")
  static let ended = SQLStatement(
    """
    SELECT e.id, d.id, e.kind, e.handle, e.until FROM ended e JOIN department d ON d.number = e.department
    WHERE e.id > ?1 AND e.id <= ?2 ORDER BY e.id LIMIT ?3
    """)
  static let cutOffs = SQLStatement(
    """
    SELECT c.epoch, d.id, c.issued_before, c.until FROM cut_off c LEFT JOIN department d ON d.number = c.department
    WHERE c.epoch > ?1 AND c.epoch <= ?2 ORDER BY c.epoch
    """)
  static let isTokenEnded = SQLStatement(
    """
    SELECT 1 FROM ended e JOIN department d ON d.number = e.department
    WHERE e.kind = 2 AND e.handle = ?1 AND d.id = ?2
    """)
  static let countHit = SQLStatement(
    """
    SELECT count(*) FROM participation p
    WHERE (?1 IS NULL OR p.department = (SELECT number FROM department WHERE id = ?1)) AND \(Liveness.participation)
      AND EXISTS (SELECT 1 FROM session s WHERE s.id = p.session AND s.expires_at > ?2)
    """)

  static let all = [epoch, ended, cutOffs, isTokenEnded, countHit]
}
