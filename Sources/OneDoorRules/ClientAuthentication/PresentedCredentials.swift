import OneDoorJOSE
package import OneDoorMessages

/// How a department says who it is, as it came over the wire (RFC 6749 §2.3, RFC 7523 §2.2).
package enum PresentedCredentials: Sendable, Equatable {
  case secret(id: String, secret: String, method: ClientAuthenticationMethod)
  case assertion(id: String?, text: String)
  case identifierOnly(String)

  static let assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

  /// Exactly one method per request: a second one, even an empty or a garbled one, is refused rather than ignored.
  package static func read(_ parameters: Parameters, authorization: String?) throws(TokenRefusal)
    -> PresentedCredentials
  {
    let hasSecret = parameters.entries.contains { $0.name == "client_secret" }
    let hasAssertion = parameters.entries.contains {
      $0.name == "client_assertion" || $0.name == "client_assertion_type"
    }
    let count = (authorization == nil ? 0 : 1) + (hasSecret ? 1 : 0) + (hasAssertion ? 1 : 0)
    try require(count <= 1, or: TokenRefusal.severalAuthentications)

    if let authorization {
      let (id, secret) = try basic(authorization)
      if let named = parameters["client_id"] {
        try require(named.hasSameBytes(as: id), or: TokenRefusal.severalAuthentications)
      }
      return .secret(id: id, secret: secret, method: .clientSecretBasic)
    }
    if hasSecret {
      guard let id = parameters["client_id"] else { throw .clientUnknown }
      guard let secret = parameters["client_secret"] else { throw .clientAuthenticationFailed }
      return .secret(id: id, secret: secret, method: .clientSecretPost)
    }
    if hasAssertion {
      guard parameters["client_assertion_type"] == assertionType, let text = parameters["client_assertion"]
      else { throw .assertionInvalid }
      return .assertion(id: parameters["client_id"], text: text)
    }
    guard let id = parameters["client_id"] else { throw .clientUnknown }
    return .identifierOnly(id)
  }

  /// RFC 6749 §2.3.1: both halves are form-urlencoded before they are joined.
  private static func basic(_ header: String) throws(TokenRefusal) -> (String, String) {
    let bytes = Array(header.utf8)
    guard bytes.count <= 1_024, bytes.count > 6, String(decoding: bytes[..<6], as: UTF8.self).lowercased() == "basic ",
      let decoded = StandardBase64.decode(bytes[6...]), let colon = decoded.firstIndex(of: UInt8(ascii: ":"))
    else { throw .clientAuthenticationFailed }
    guard let id = unescape(decoded[..<colon]), let secret = unescape(decoded[(colon + 1)...]), !secret.isEmpty
    else { throw .clientAuthenticationFailed }
    return (id, secret)
  }

  private static func unescape(_ bytes: ArraySlice<UInt8>) -> String? {
    guard !bytes.contains(UInt8(ascii: "&")), !bytes.contains(UInt8(ascii: "=")) else { return nil }
    guard let parameters = try? FormURLEncoding.parse(bytes) else { return nil }
    return parameters.entries.first?.name ?? ""
  }
}

/// RFC 4648 §4 with padding, canonical: what RFC 7617 has in the Basic header.
enum StandardBase64 {
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard !text.isEmpty, text.count % 4 == 0 else { return nil }
    var body = text
    while body.last == UInt8(ascii: "="), text.count - body.count < 2 { body = body.dropLast() }
    let url = body.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      case UInt8(ascii: "-"), UInt8(ascii: "_"): UInt8(ascii: "!")
      default: byte
      }
    }
    return Base64URL.decode(url[...])
  }
}
