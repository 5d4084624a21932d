import OneDoorCrypto

/// base64url as JOSE uses it (RFC 7515 §2): no padding, and one spelling for each value.
package enum Base64URL {
  package static func encode(_ bytes: [UInt8]) -> String { String(decoding: encodeBytes(bytes), as: UTF8.self) }

  package static func encodeBytes(_ bytes: [UInt8]) -> [UInt8] { Base64URLText.encode(bytes) }

  package static func decode(_ text: String) -> [UInt8]? { decode(Array(text.utf8)[...]) }

  package static func decode(_ ascii: ArraySlice<UInt8>) -> [UInt8]? { Base64URLText.decode(ascii) }
}
