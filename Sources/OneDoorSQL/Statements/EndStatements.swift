/// The writes of an end. The rows go first; the event's number is taken from the counter row after that, and the counter
/// row stays locked until the commit, so that numbers are in the order of commits and without gaps.
enum EndStatements {
  // Rows past the absolute end go as well, without a word to anybody: time-outs raise no event.
  private static let isEndable = "\(Liveness.session) AND s.expires_at > ?2"
  private static let endable = """
    SELECT s.id, \(isEndable), 1 + (SELECT count(*) FROM departure v WHERE v.session = s.id) FROM session s
    """
  static let sessionsOfPerson = SQLStatement("\(endable) WHERE s.person = ?1 ORDER BY s.id LIMIT ?3")
  static let othersOfPerson = SQLStatement("\(endable) WHERE s.person = ?1 AND s.id <> ?4 ORDER BY s.id LIMIT ?3")
  static let session = SQLStatement("\(endable) WHERE s.id = ?1")

  private static let target = """
    SELECT p.id, p.handle, p.department, \(Liveness.participation) AND s.expires_at > ?2,
      (SELECT count(*) FROM family f WHERE f.participation = p.id)
    FROM participation p JOIN session s ON s.id = p.session
    """
  static let participation = SQLStatement("\(target) WHERE p.handle = ?1")
  static let participationsOfSession = SQLStatement("\(target) WHERE p.session = ?1 ORDER BY p.id LIMIT ?3")

  static let participationsOfDeparture = SQLStatement(
    "\(target) WHERE p.session = ?1 AND p.department = ?3 ORDER BY p.id")

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
    sessionsOfPerson, othersOfPerson, session, participation, participationsOfSession, participationsOfDeparture,
    deleteSession,
    departmentNumber, raise, event,
    ended, cutOff,
  ]
}
