/// A set of public keys (RFC 7517 §5): `{"keys": [...]}`.
package enum JWKSet {
  /// Every key costs a check of its numbers, so that a stranger's set has an end.
  package static let maximumCount = 100

  /// Keys of other kinds are skipped (§5: ignored), so that an issuer may add an algorithm before we know it. A key of
  /// our kinds that is not sound, a private member anywhere, and two keys that one `kid` and algorithm would name are
  /// faults of the set: which key was meant cannot be known.
  package static func parse(_ bytes: [UInt8]) throws(JWKError) -> [JWK] {
    let json: JSON
    do throws(JSONError) { json = try JSON.parse(bytes) } catch { throw .json(error) }
    return try parse(json)
  }

  package static func parse(_ json: JSON) throws(JWKError) -> [JWK] {
    guard let entries = json.object?["keys"]?.array else { throw .malformed("a key set has an array \"keys\"") }
    guard entries.count <= maximumCount else { throw .tooManyKeys }
    var keys: [JWK] = []
    for entry in entries {
      do throws(JWKError) {
        let key = try JWK(json: entry)
        if let kid = key.kid, keys.contains(where: { $0.alg == key.alg && $0.kid?.hasSameBytes(as: kid) == true }) {
          throw .duplicateKeyID(kid)
        }
        keys.append(key)
      } catch .unsupported {
        continue
      } catch {
        throw error
      }
    }
    return keys
  }

  package static func serialized(_ keys: [JWK]) -> [UInt8] {
    JSON.object(["keys": .array(keys.map(\.json))]).serialized()
  }
}
