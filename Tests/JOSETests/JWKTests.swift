import OneDoorCrypto
import OneDoorJOSE
import Testing

struct JWKTests {
  @Test func `the thumbprint of RFC 7638 §3.1`() throws {
    let n =
      "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"
    let key = try JWK(json: ["kty": "RSA", "n": .string(n), "e": "AQAB", "alg": "RS256", "kid": "2011-04-29"])
    #expect(key.thumbprint == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
    #expect(key.kid == "2011-04-29")
    #expect(key.alg == .RS256)
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func `a key comes back from its JSON`(algorithm: SignatureAlgorithm) throws {
    let key = JWK(kid: "k", publicKey: try PrivateKey.generate(algorithm).publicKey)
    #expect(try JWK(json: key.json) == key)
    #expect(try JWKSet.parse(JWKSet.serialized([key])) == [key])
    #expect(key.json.object?["alg"]?.string == algorithm.rawValue)
    #expect(key.json.object?["use"] == "sig")
  }

  @Test(arguments: ["d", "p", "q", "dp", "dq", "qi", "oth", "k"])
  func `a private member refuses the key and the set`(name: String) throws {
    var object = try ecObject()
    object[name] = "AA"
    #expect(throws: JWKError.privateMember(name)) { try JWK(json: .object(object)) }
    #expect(throws: JWKError.privateMember(name)) { try set(.object(object)) }
    #expect(throws: JWKError.self) { try set(["kty": "oct", "k": "AA"]) }
  }

  @Test func `keys of other kinds are skipped`() throws {
    let good = JSON.object(try ecObject())
    let others: [JSON] = [
      ["kty": "OKP", "crv": "Ed25519", "x": "AA"], ["kty": "EC", "crv": "P-384", "x": "AA", "y": "AA"],
      ["kty": "EC", "crv": "SM2", "x": "AA", "y": "AA"], ["kty": "AKP", "alg": "ML-DSA-44", "pub": "AA"],
      ["kty": "RSA", "alg": "RSA-OAEP", "use": "enc", "n": "AA", "e": "AQAB"],
      ["kty": "RSA", "alg": "PS256", "n": "AA", "e": "AQAB"], try with("use", "enc"), try with("alg", "ES384"),
      try with("alg", "ECDH-ES"), try with("key_ops", ["sign"]), try with("key_ops", []),
    ]
    for other in others {
      #expect(throws: JWKError.self) { try JWK(json: other) }
      #expect(try set(other, good).count == 1)
    }
    #expect(try JWKSet.parse(JSON.object(["keys": []])).isEmpty)
  }

  @Test func `an unsound key of our kinds refuses the set`() throws {
    var off = try ecObject()
    off["y"] = off["x"]
    let faults: [JSON] = [
      .object(off), [], nil, [:], ["kty": 1], ["kty": "EC"], ["kty": "EC", "crv": "P-256"], ["kty": "RSA"],
      ["kty": "RSA", "n": "AQ", "e": "AQAB"], try with("x", "AA="), try with("x", 1), try with("kid", 7),
      try with("use", 1), try with("alg", nil), try with("key_ops", "verify"), try with("key_ops", ["verify", 1]),
      try with("key_ops", ["verify", "verify"]),
    ]
    for fault in faults { #expect(throws: JWKError.self, "\(fault)") { try set(fault) } }
  }

  @Test func `two keys of one kid and algorithm refuse the set, of two algorithms they do not`() throws {
    let one = JWK(kid: "k", publicKey: try PrivateKey.generate(.ES256).publicKey)
    let two = JWK(kid: "k", publicKey: try PrivateKey.generate(.ES256).publicKey)
    let rsa = JWK(kid: "k", publicKey: try PrivateKey.generate(.RS256).publicKey)
    #expect(throws: JWKError.duplicateKeyID("k")) { try set(one.json, two.json) }
    #expect(try set(one.json, rsa.json) == [one, rsa])
  }

  @Test func `a set is an object with an array, of JSON, with an end`() throws {
    for text in ["", "[]", "{}", #"{"keys":{}}"#, #"{"keys":[],"keys":[]}"#] {
      #expect(throws: JWKError.self) { try JWKSet.parse(Array(text.utf8)) }
    }
    let many = JSON.object(["keys": .array(Array(repeating: ["kty": "x"], count: JWKSet.maximumCount + 1))])
    #expect(throws: JWKError.tooManyKeys) { try JWKSet.parse(many) }
  }

  private func ecObject() throws -> JSONObject {
    let key = JWK(kid: "k", publicKey: try PrivateKey.generate(.ES256).publicKey)
    return try #require(key.json.object)
  }

  private func with(_ name: String, _ value: JSON) throws -> JSON {
    var object = try ecObject()
    object[name] = value
    return .object(object)
  }

  private func set(_ keys: JSON...) throws -> [JWK] {
    try JWKSet.parse(JSON.object(["keys": .array(keys)]).serialized())
  }
}
