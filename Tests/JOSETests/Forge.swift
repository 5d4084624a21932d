import OneDoorCrypto
import OneDoorJOSE

/// Makes tokens that a well-behaved signer would not: any header, any spelling, signed or not.
struct Forge {
  let key: SigningKey
  static let payload = Array(#"{"sub":"s"}"#.utf8)

  init(_ algorithm: SignatureAlgorithm = .ES256) throws {
    key = SigningKey(privateKey: try PrivateKey.generate(algorithm))
  }

  /// Signed by the key; its own `alg` and `kid` unless told otherwise. A nil takes a member away.
  func token(header changes: [String: JSON?] = [:]) throws -> UnverifiedJWS {
    try UnverifiedJWS(compact: compact(header: changes))
  }

  func compact(header changes: [String: JSON?] = [:]) throws -> [UInt8] {
    var header: JSONObject = ["alg": .string(key.algorithm.rawValue), "kid": .string(key.kid)]
    for (name, value) in changes { header[name] = value }
    return try compact(rawHeader: JSON.object(header).serialized())
  }

  func compact(rawHeader: [UInt8]) throws -> [UInt8] {
    let input = Base64URL.encodeBytes(rawHeader) + [UInt8(ascii: ".")] + Base64URL.encodeBytes(Self.payload)
    return input + [UInt8(ascii: ".")] + Base64URL.encodeBytes(try key.privateKey.sign(input))
  }

  /// With a header of somebody's own and a signature of somebody's own.
  func compact(header: JSONObject, signature: (_ input: [UInt8]) -> [UInt8]) -> [UInt8] {
    let input =
      Base64URL.encodeBytes(JSON.object(header).serialized()) + [UInt8(ascii: ".")]
      + Base64URL.encodeBytes(Self.payload)
    return input + [UInt8(ascii: ".")] + Base64URL.encodeBytes(signature(input))
  }
}

/// The whole way of a token from outside: taken apart, verified. Nil or why not.
func refusal(_ compact: [UInt8], _ ring: KeyRing) -> JWSError? {
  do throws(JWSError) {
    _ = try ring.verify(UnverifiedJWS(compact: compact), untypedOr: ["JWT", "at+jwt"])
    return nil
  } catch {
    return error
  }
}
