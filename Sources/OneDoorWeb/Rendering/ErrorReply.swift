import HTTPTypes
import OneDoorJOSE
import OneDoorMessages

extension Reply {
  /// An error response as RFC 6749 §5.2 writes it.
  static func error(_ code: ErrorCode, _ text: String, status: HTTPResponse.Status) -> Reply {
    let members = JSONObject([
      (name: "error", value: JSON.string(code.rawValue)), (name: "error_description", value: JSON.string(text)),
    ])
    var reply = Reply(status, content: .bytes(JSON.object(members).serialized()), kind: .api)
    reply.fields.append(HTTPField(name: .contentType, value: "application/json"))
    return reply
  }

  static func error(_ fault: EdgeFault) -> Reply {
    .error(.invalidRequest, fault.text, status: HTTPResponse.Status(code: fault.status))
  }
}
