/// The writes of an end. The rows go first; the event's number is taken from the counter row after that, and the counter
/// row stays locked until the commit, so that numbers are in the order of commits and without gaps.
enum EndStatements {
  static let sessionsOfPerson = SQLStatement(
    "SELECT s.id, \(Liveness.session) FROM session s WHERE s.person = ?1 ORDER BY s.id LIMIT ?2")
  static let session = SQLStatement("SELECT s.id, \(Liveness.session) FROM session s WHERE s.id = ?1")

  private static let target = """
    SELECT p.id, p.handle, p.department, \(Liveness.participation),
      (SELECT count(*) FROM family f WHERE f.participation = p.id)
    FROM participation p
    """
  static let participation = SQLStatement("\(target) WHERE p.handle = ?1")
  static let participationsOfSession = SQLStatement("\(target) WHERE p.session = ?1 ORDER BY p.id LIMIT ?2")

  static let deleteSession = SQLStatement("DELETE FROM session WHERE id = ?1")
  static let departmentNumber = SQLStatement("SELECT number FROM department WHERE id = ?1")

  static let raise = SQLStatement("UPDATE counter SET epoch = epoch + 1")
  static let event = SQLStatement(
    "INSERT INTO event (epoch, cause, reason, at, until) VALUES (?1, ?2, ?3, ?4, ?5)")
  static let ended = SQLStatement(
    "INSERT INTO ended (id, department, kind, handle, until) VALUES (?1, ?2, ?3, ?4, ?5)")
  static let cutOff = SQLStatement(
    "INSERT INTO cut_off (epoch, department, issued_before, until) VALUES (?1, ?2, ?3, ?4)")

  static let all = [
    sessionsOfPerson, session, participation, participationsOfSession, deleteSession, departmentNumber, raise, event,
    ended, cutOff,
  ]
}
