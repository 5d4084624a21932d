import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import OneDoorStore

/// A session as JSON. No cookie and no hash of one is ever in it.
enum SessionDocument {
  static func whole(_ summary: SessionSummary, isIdle: Bool) -> JSONObject {
    let session = summary.session
    return [
      "id": .integer(session.id.number), "person": .string(summary.personLogin), "name": .string(summary.personName),
      "created_at": .integer(session.createdAt.seconds), "last_active": .integer(session.lastActive.seconds),
      "expires_at": .integer(session.expiresAt.seconds), "idle": .bool(isIdle),
      "auth_time": .integer(session.authentication.time.seconds),
      "acr": .string(session.authentication.acr.rawValue),
      "amr": .array(session.authentication.amr.map { .string($0.rawValue) }),
      "departments": .array(summary.participations.map { .object(participation($0)) }),
    ]
  }

  private static func participation(_ participation: Participation) -> JSONObject {
    [
      "department": .string(participation.department.text), "sid": .string(participation.handle.sid),
      "scope": .string(participation.scopes.text), "since": .integer(participation.createdAt.seconds),
    ]
  }
}
