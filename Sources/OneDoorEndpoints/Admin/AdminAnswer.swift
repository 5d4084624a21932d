package import OneDoorJOSE
import OneDoorLogin
import OneDoorStore

/// What the admin API answers: a status and one JSON document.
package struct AdminAnswer: Sendable, Equatable {
  package let status: Int
  package let json: JSON

  package init(status: Int, json: JSON) {
    self.status = status
    self.json = json
  }

  init(_ refusal: AdminRefusal) {
    self.init(
      status: refusal.status, json: ["error": .string(refusal.code), "message": .string(refusal.message)])
  }

  /// What the work answers, or why it was refused.
  static func of(_ work: () async throws -> JSONObject) async -> AdminAnswer {
    do {
      return AdminAnswer(status: 200, json: .object(try await work()))
    } catch let refusal as AdminRefusal {
      return AdminAnswer(refusal)
    } catch let error as StoreError {
      return AdminAnswer(AdminRefusal(error))
    } catch let error as HashingError {
      return AdminAnswer(AdminRefusal(error))
    } catch {
      return AdminAnswer(.unavailable("\(error)"))
    }
  }

  package var reply: APIReply { APIReply(status: status, body: json.serialized()) }
}

/// Why the admin API did nothing, or not all.
package enum AdminRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  case malformed(String)
  case unknown(String)
  /// What stands in the way is what is there already.
  case conflict(String)
  /// A rule forbids it, as a password that is too short.
  case policy(String)
  case unavailable(String)

  package var code: String {
    switch self {
    case .malformed: "malformed"
    case .unknown: "unknown"
    case .conflict: "conflict"
    case .policy: "policy"
    case .unavailable: "unavailable"
    }
  }

  package var status: Int {
    switch self {
    case .malformed: 400
    case .unknown: 404
    case .conflict: 409
    case .policy: 422
    case .unavailable: 503
    }
  }

  package var message: String {
    switch self {
    case .malformed(let words): words
    case .unknown(let what): "there is no \(what)"
    case .conflict(let words), .policy(let words), .unavailable(let words): words
    }
  }

  package var description: String { message }

  init(_ error: StoreError) {
    self =
      switch error {
      case .stale: .conflict("somebody else changed the same thing at the same moment: look again, then try again")
      case .taken(let what): .conflict("the \(what) is somebody else's already")
      case .unavailable(let why): .unavailable("storage does not answer: \(why)")
      case .corrupt(let why): .unavailable("storage holds what cannot be read: \(why)")
      }
  }

  init(_ error: HashingError) {
    self =
      switch error {
      case .busy: .unavailable("too many passwords are being hashed: try again in a few seconds")
      case .unavailable(let why): .unavailable("the password could not be hashed: \(why)")
      case .corrupt: .conflict("the stored password hash cannot be read: set a new password")
      }
  }
}
