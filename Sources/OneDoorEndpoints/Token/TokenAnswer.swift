import Logging
import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension Provider {
  /// Runs an endpoint that software calls and turns what it throws into the answer the specifications ask for. A storage
  /// failure is 503 with Retry-After, never a false 200.
  func answering(_ endpoint: String, _ body: () async throws -> APIReply) async -> APIReply {
    do {
      return try await body()
    } catch let refusal as TokenRefusal {
      return APIReply(refusing: refusal)
    } catch let error as StoreError {
      logger.error("storage failed", metadata: ["endpoint": "\(endpoint)", "error": "\(error)"])
      return APIReply(refusing: .unavailable)
    } catch {
      logger.error("endpoint failed", metadata: ["endpoint": "\(endpoint)", "error": "\(error)"])
      return APIReply(
        status: 500, body: ErrorResponse(code: .serverError, description: "Something went wrong here.").serialized())
    }
  }
}

extension APIReply {
  init(refusing refusal: TokenRefusal) {
    self.init(
      status: refusal.status, body: ErrorResponse(code: refusal.code, description: refusal.text).serialized(),
      challenge: APIReply.challenge(refusal), retryAfter: refusal == .unavailable ? 2 : nil)
  }

  private static func challenge(_ refusal: TokenRefusal) -> String? {
    switch refusal.code {
    // RFC 6749 §5.2: a 401 names a scheme that would have been accepted.
    case .invalidClient: "Basic realm=\"OneDoor\", charset=\"UTF-8\""
    // RFC 6750 §3: a request without any token is told no error code.
    case .invalidToken where refusal == .bearerMissing: "Bearer realm=\"OneDoor\""
    // RFC 6750 §3.1: every error of a protected resource, so also that of a token sent twice.
    case .invalidToken, .insufficientScope,
      .invalidRequest where refusal == .bearerTwice:
      "Bearer realm=\"OneDoor\", error=\"\(refusal.code.rawValue)\", error_description=\"\(refusal.text)\""
    default: nil
    }
  }
}
