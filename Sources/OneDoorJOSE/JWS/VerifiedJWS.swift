/// A token whose signature one of the ring's keys made, and whose type is the one that was asked for. Only `KeyRing`
/// makes one. What the claims say (issuer, audience, times) is the next check's business.
package struct VerifiedJWS: Sendable {
  package let header: JWSHeader
  package let payload: [UInt8]
  package let key: JWK

  init(verifiedBy key: JWK, _ jws: UnverifiedJWS) {
    header = jws.header
    payload = jws.payload
    self.key = key
  }

  package func claims() throws(JSONError) -> JSONObject { try Claims.parse(payload) }
}
