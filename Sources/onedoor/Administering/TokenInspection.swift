import AsyncHTTPClient
import NIOCore
import NIOHTTP1
package import OneDoorJOSE
import OneDoorMessages
package import OneDoorRules

/// What a token says, and everything that is wrong with it: an administrator wants to hear all, not the first.
package struct TokenInspection: Sendable {
  let header: JSONObject
  let claims: JSONObject
  private(set) var faults: [String] = []

  var isGood: Bool { faults.isEmpty }

  static func of(
    _ token: String, issuer given: String?, audience: String?, at now: UnixTime
  ) async throws -> TokenInspection {
    let jws: UnverifiedJWS
    let claims: JSONObject
    do {
      jws = try UnverifiedJWS(compact: token)
      claims = try jws.unverifiedClaims()
    } catch { throw CommandFailure("this is no signed token: \(error)") }
    var header: JSONObject = ["alg": .string(jws.header.alg)]
    if let typ = jws.header.typ { header["typ"] = .string(typ) }
    if let kid = jws.header.kid { header["kid"] = .string(kid) }
    var inspection = TokenInspection(header: header, claims: claims)
    guard let issuer = given ?? claims["iss"]?.string else {
      inspection.faults.append("it names no issuer (iss), and --issuer gives none")
      return inspection
    }
    do {
      let ring = KeyRing(try await Self.keys(of: issuer))
      _ = try ring.verify(jws, untypedOr: [jws.header.typ ?? TokenType.idToken])
    } catch let failure as CommandFailure {
      inspection.faults.append(failure.message)
    } catch { inspection.faults.append("\(error)") }
    inspection.faults += Self.faults(in: claims, issuer: issuer, audience: audience, at: now)
    return inspection
  }

  /// What the claims themselves say against it.
  package static func faults(in claims: JSONObject, issuer: String, audience: String?, at now: UnixTime) -> [String] {
    var faults: [String] = []
    if claims["iss"]?.string.map({ $0.utf8.elementsEqual(issuer.utf8) }) != true {
      faults.append("iss is \(FieldText.text(claims["iss"] ?? .null)), not \(issuer)")
    }
    let skew = Policy.clockSkew.value
    if let expires = claims["exp"]?.integer.flatMap(UnixTime.init(checking:)) {
      if now.seconds >= expires.seconds + skew { faults.append("it expired \(TimeText.relative(expires, now: now))") }
    } else {
      faults.append("it has no time of expiry (exp)")
    }
    for name in ["nbf", "iat"] {
      guard let time = claims[name]?.integer.flatMap(UnixTime.init(checking:)) else { continue }
      if time.seconds > now.seconds + skew { faults.append("\(name) lies ahead, \(TimeText.relative(time, now: now))") }
    }
    if let audience {
      let named = claims["aud"]?.array?.compactMap(\.string) ?? claims["aud"]?.string.map { [$0] } ?? []
      if !named.contains(where: { $0.utf8.elementsEqual(audience.utf8) }) {
        faults.append("aud is \(FieldText.text(claims["aud"] ?? .null)), not \(audience)")
      }
    }
    return faults
  }

  private static func keys(of issuer: String) async throws -> [JWK] {
    let address = try checked(issuer)
    let document = try await fetch(address + EndpointPath.openidConfiguration.rawValue)
    guard let metadata = try? JSON.parse(document).object, let uri = metadata["jwks_uri"]?.string else {
      throw CommandFailure("\(issuer) publishes no metadata that names its keys")
    }
    return try JWKSet.parse(try await fetch(try checked(uri)))
  }

  private static func checked(_ text: String) throws -> String {
    do throws(WrongValue) {
      let address = try WebAddress(text)
      guard address.scheme == "https" || (address.scheme == "http" && address.host?.isLoopback == true) else {
        throw WrongValue("is neither https nor on this machine")
      }
      return text.hasSuffix("/") ? String(text.dropLast()) : text
    } catch { throw CommandFailure("\(text) \(error.message)") }
  }

  private static func fetch(_ url: String) async throws -> [UInt8] {
    do {
      let response = try await HTTPClient.shared.execute(HTTPClientRequest(url: url), timeout: .seconds(10))
      guard response.status == .ok else { throw CommandFailure("\(url) answered \(response.status.code)") }
      return Array((try await response.body.collect(upTo: 1 << 20)).readableBytesView)
    } catch let failure as CommandFailure {
      throw failure
    } catch { throw CommandFailure("\(url) cannot be reached: \(error)") }
  }

  var json: JSON {
    [
      "header": .object(header), "claims": .object(claims), "valid": .bool(isGood),
      "faults": .array(faults.map(JSON.string)),
    ]
  }

  func show(_ console: Console) {
    console.output.print(FieldText.table(header))
    console.output.print(line: "")
    console.output.print(
      FieldText.table(claims, times: (console.time, console.now), timeNames: ["exp", "iat", "nbf", "auth_time"]))
    if isGood { return console.output.say("The signature is the issuer's, and it is valid now.", .good) }
    for fault in faults { console.output.say("Not good: \(fault)", .bad) }
  }
}
