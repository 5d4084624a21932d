enum FamilyStatements {
  private static let columns = "f.key, f.participation, f.mode, f.counter, f.rotated_at, f.last_active"

  static let byKey = SQLStatement(
    """
    SELECT \(ParticipationStatements.facts), \(columns)
    FROM family f JOIN participation p ON p.id = f.participation \(Liveness.joined)
    WHERE f.key = ?1 AND \(Liveness.participation)
    """)

  static let begin = SQLStatement(
    """
    INSERT INTO family (key, participation, mode, counter, rotated_at, last_active)
    VALUES (?1, ?2, ?3, ?4, ?5, ?5)
    """)
  /// All but the newest `?2` of a participation.
  static let trim = SQLStatement(
    """
    DELETE FROM family WHERE participation = ?1
      AND id <= (SELECT id FROM family WHERE participation = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)
    """)

  /// The guards of a refresh: `?2` department, `?3` its version, `?4` the person's version, `?5` now.
  private static let guards = """
    EXISTS (
      SELECT 1 FROM participation p \(Liveness.joined)
      WHERE p.id = f.participation AND d.id = ?2 AND d.version = ?3 AND d.enabled = 1 AND o.version = ?4
        AND o.enabled = 1 AND s.expires_at > ?5 AND \(Liveness.participation))
    """

  static let rotate = SQLStatement(
    """
    UPDATE family AS f SET counter = ?7, rotated_at = ?5, last_active = ?5
    WHERE f.key = ?1 AND f.counter = ?6 AND \(guards)
    """)
  /// `?6`: the time before which activity is due to be noted again.
  static let touch = SQLStatement(
    """
    UPDATE family AS f SET last_active = ?5
    WHERE f.key = ?1 AND \(guards)
      AND (f.last_active <= ?6 OR (
        SELECT s.last_active FROM participation p JOIN session s ON s.id = p.session WHERE p.id = f.participation
      ) <= ?6)
    """)
  static let isLive = SQLStatement("SELECT 1 FROM family f WHERE f.key = ?1 AND \(guards)")

  static let all = [byKey, begin, trim, rotate, touch, isLive]
}
