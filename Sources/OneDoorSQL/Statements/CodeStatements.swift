enum CodeStatements {
  /// The first presentation of a code: in only where everything it stands on is live.
  static let redeem = SQLStatement(
    """
    INSERT INTO code (key, until)
    SELECT ?1, ?2 FROM participation p \(Liveness.joined)
    WHERE p.handle = ?3 AND d.id = ?4 AND d.version = ?5 AND d.enabled = 1 AND o.enabled = 1 AND s.expires_at > ?6
      AND \(Liveness.participation)
    ON CONFLICT (key) DO NOTHING
    """)
  static let burn = SQLStatement("INSERT INTO code (key, until) VALUES (?1, ?2) ON CONFLICT (key) DO NOTHING")
  static let isUsed = SQLStatement("SELECT 1 FROM code WHERE key = ?1")
  static let remember = SQLStatement("INSERT INTO assertion (key, until) VALUES (?1, ?2) ON CONFLICT (key) DO NOTHING")

  static let all = [redeem, burn, isUsed, remember]
}
