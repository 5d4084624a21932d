import HTTPTypes
import NIOHTTP1

/// An answer to what never became a request: too large or too slow a head, or no HTTP at all.
enum ConnectionRefusal: Sendable {
  case malformed
  case unknownCoding
  case headTooLarge
  case headTooSlow

  private var status: HTTPResponseStatus {
    switch self {
    case .malformed: .badRequest
    case .unknownCoding: .notImplemented
    case .headTooLarge: .requestHeaderFieldsTooLarge
    case .headTooSlow: .requestTimeout
    }
  }

  var code: Int { Int(status.code) }

  func head(date: String) -> HTTPResponseHead {
    HTTPResponseHead(
      version: .http1_1, status: status,
      headers: [
        "Server": SecurityFields.server, "Date": date, "Cache-Control": "no-store", "Connection": "close",
        "Content-Length": "0",
      ])
  }
}
