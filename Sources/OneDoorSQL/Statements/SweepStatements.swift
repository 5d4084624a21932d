/// What the sweep looks for (on a reading connection, in the order of row numbers) and how it removes it (by number,
/// with the reason checked again: row numbers of codes and assertions may have been given anew meanwhile).
enum SweepStatements {
  /// `?1` the row to go on from, `?2` now, `?3` now less the idle limit, `?4` the last cut-off of everything.
  static let oldSessions = SQLStatement(
    """
    SELECT s.id, 1 + (SELECT count(*) FROM participation p WHERE p.session = s.id)
      + (SELECT count(*) FROM participation p JOIN family f ON f.participation = p.id WHERE p.session = s.id)
      + (SELECT count(*) FROM departure v WHERE v.session = s.id)
    FROM session s
    WHERE s.id > ?1 AND (s.expires_at <= ?2 OR s.last_active <= ?3 OR s.born < ?4) ORDER BY s.id LIMIT ?5
    """)
  static let deleteSession = SQLStatement(
    "DELETE FROM session WHERE id = ?1 AND (expires_at <= ?2 OR last_active <= ?3 OR born < ?4)")
  static let lastCutOff = SQLStatement("SELECT max(epoch) FROM cut_off WHERE department IS NULL")

  static let hasDepartmentCutOff = SQLStatement("SELECT 1 FROM cut_off WHERE department IS NOT NULL LIMIT 1")
  static let cutParticipations = SQLStatement(
    """
    SELECT p.id, 1 + (SELECT count(*) FROM family f WHERE f.participation = p.id) FROM participation p
    WHERE EXISTS (SELECT 1 FROM cut_off c WHERE c.epoch > p.born AND c.department = p.department)
    ORDER BY p.id LIMIT ?1
    """)

  static let oldCodes = SQLStatement("SELECT id FROM code WHERE until <= ?1 ORDER BY id LIMIT ?2")
  static let deleteCode = SQLStatement("DELETE FROM code WHERE id = ?1 AND until <= ?2")
  static let oldAssertions = SQLStatement("SELECT id FROM assertion WHERE until <= ?1 ORDER BY id LIMIT ?2")
  static let deleteAssertion = SQLStatement("DELETE FROM assertion WHERE id = ?1 AND until <= ?2")
  static let oldEnded = SQLStatement("SELECT id FROM ended WHERE until <= ?1 ORDER BY id LIMIT ?2")
  static let deleteEnded = SQLStatement("DELETE FROM ended WHERE id = ?1 AND until <= ?2")
  static let oldEvents = SQLStatement("SELECT epoch FROM event WHERE until <= ?1 ORDER BY epoch LIMIT ?2")
  static let deleteEvent = SQLStatement("DELETE FROM event WHERE epoch = ?1 AND until <= ?2")
  static let oldCutOffs = SQLStatement("SELECT epoch FROM cut_off WHERE until <= ?1 ORDER BY epoch LIMIT ?2")
  static let deleteCutOff = SQLStatement("DELETE FROM cut_off WHERE epoch = ?1 AND until <= ?2")

  static let all = [
    oldSessions, deleteSession, lastCutOff, hasDepartmentCutOff, cutParticipations, oldCodes, deleteCode,
    oldAssertions, deleteAssertion, oldEnded, deleteEnded, oldEvents, deleteEvent, oldCutOffs, deleteCutOff,
  ]
}
