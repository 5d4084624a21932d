import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

/// The worked examples of RFC 7520: what we support is read, the rest is refused for a stated reason.
@Suite(.enabled(if: Vectors.shouldRun, "the vectors folder is not here"))
struct CookbookTests {
  private static let refused = [
    "4_2.rsa-pss_signature.json": "PS384", "4_3.ecdsa_signature.json": "ES512 on P-521",
    "4_4.hmac-sha2_integrity_protection.json": "HS256", "4_5.signature_with_detached_content.json": "HS256, detached",
    "4_6.protecting_specific_header_fields.json": "HS256, JSON serialisation",
    "4_7.protecting_content_only.json": "HS256, JSON serialisation",
    "4_8.multiple_signatures.json": "JSON serialisation, several signatures",
  ]

  @Test func `RS256 is read, every other example refused`() throws {
    var read: [String] = []
    var refusedNames: [String] = []
    for name in try Vectors.names(in: "jose-cookbook/jws") {
      let vector = try Vectors.json("jose-cookbook/jws/\(name)")
      let keys = vector["input"]["key"].array ?? [vector["input"]["key"]]
      let ring = KeyRing(keys.compactMap { try? JWK(json: publicPart($0)) })
      let token = vector["output"]["compact"].string.map { Array($0.utf8) } ?? vector["output"]["json"].serialized()
      if refusal(token, ring) == nil { read.append(name) } else { refusedNames.append(name) }
    }
    #expect(read == ["4_1.rsa_v15_signature.json"])
    #expect(refusedNames == Self.refused.keys.sorted())
  }

  @Test func `the public keys of the examples`() throws {
    // P-521, which is not ours; the RSA key is.
    #expect(throws: JWKError.unsupported("crv P-521")) {
      try JWK(json: Vectors.json("jose-cookbook/jwk/3_1.ec_public_key.json"))
    }
    #expect(try JWK(json: Vectors.json("jose-cookbook/jwk/3_3.rsa_public_key.json")).alg == .RS256)
    let names = [
      "3_2.ec_private_key", "3_4.rsa_private_key", "3_5.symmetric_key_mac_computation", "3_6.symmetric_key_encryption",
    ]
    for name in names {
      #expect(throws: JWKError.self) { try JWK(json: Vectors.json("jose-cookbook/jwk/\(name).json")) }
    }
  }

  private func publicPart(_ key: JSON) -> JSON {
    var object = key.object ?? [:]
    for name in ["d", "p", "q", "dp", "dq", "qi"] { object[name] = nil }
    return .object(object)
  }
}
