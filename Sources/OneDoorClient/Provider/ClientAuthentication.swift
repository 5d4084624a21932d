import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages

/// What a request to the token or revocation endpoint carries so that the provider knows who asks.
package struct ClientAuthentication: Sendable {
  package let authorization: String?
  package let parameters: [(name: String, value: String)]

  package init(_ department: Department, now: Int64) throws(OneDoorError) {
    switch department.credentials {
    case .secretInHeader(let secret):
      // RFC 6749 §2.3.1: both halves are form-encoded first.
      let pair = "\(FormURLEncoding.escape(department.clientID)):\(FormURLEncoding.escape(secret))"
      authorization = "Basic \(ClientAuthentication.base64(Array(pair.utf8)))"
      parameters = []
    case .secretInForm(let secret):
      authorization = nil
      parameters = [("client_id", department.clientID), ("client_secret", secret)]
    case .privateKey(let key):
      authorization = nil
      parameters = [
        ("client_id", department.clientID),
        ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
        ("client_assertion", try ClientAuthentication.assertion(department, key: key, now: now)),
      ]
    case .none:
      authorization = nil
      parameters = [("client_id", department.clientID)]
    }
  }

  /// RFC 7523 §3. It lives a minute: it is used at once, and once.
  private static func assertion(_ department: Department, key: SigningKey, now: Int64) throws(OneDoorError) -> String {
    do throws(CryptoError) {
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("iss", department.clientID)
      writer.member("sub", department.clientID)
      writer.member("aud", department.issuer.text)
      writer.member("jti", Base64URL.encode(try SecureRandom.bytes(16)))
      writer.member("iat", now)
      writer.member("exp", now + 60)
      writer.endObject()
      return try key.sign(typ: "JWT", payload: writer.bytes)
    } catch {
      throw OneDoorError(.unavailable, "\(error)")
    }
  }

  /// RFC 4648 §4, which only HTTP Basic still wants.
  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Base64URL.encodeBytes(bytes).map { letter in
      switch letter {
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      case UInt8(ascii: "_"): UInt8(ascii: "/")
      default: letter
      }
    }
    return String(decoding: letters, as: UTF8.self) + String(repeating: "=", count: (3 - bytes.count % 3) % 3)
  }
}
