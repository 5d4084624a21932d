package import OneDoorJOSE

/// A department's public keys, written as YAML (which JSON is, too).
package enum JWKSetText {
  package static func read(_ node: DocumentNode) throws(WrongValue) -> [JWK] {
    guard case .mapping(let entries) = node.content, entries.contains(where: { $0.name == "keys" }) else {
      throw WrongValue("wants a JWK Set, as {keys: [{kty: …}]}")
    }
    let bytes = try json(node).serialized()
    let keys: [JWK]
    do throws(JWKError) {
      keys = try JWKSet.parse(bytes)
    } catch {
      throw WrongValue("is refused: \(error)")
    }
    guard !keys.isEmpty else { throw WrongValue("has no key that we can use: ES256 (P-256) or RS256 (RSA)") }
    guard keys.count <= 16 else { throw WrongValue("has more than 16 keys") }
    return keys
  }

  private static func json(_ node: DocumentNode) throws(WrongValue) -> JSON {
    switch node.content {
    case .empty: return .null
    case .text("true", isPlain: true): return .bool(true)
    case .text("false", isPlain: true): return .bool(false)
    case .text(let text, _): return .string(text)
    case .list(let items):
      var array: [JSON] = []
      for item in items { array.append(try json(item)) }
      return .array(array)
    case .mapping(let entries):
      var object = JSONObject()
      for entry in entries {
        guard object[entry.name] == nil else { throw WrongValue("has \(entry.name) twice") }
        object[entry.name] = try json(entry.value)
      }
      return .object(object)
    }
  }
}
