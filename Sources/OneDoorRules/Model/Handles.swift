import OneDoorCrypto
import OneDoorJOSE

/// The first two bytes of every bearer value: its format and the cell of the deployment that can resolve it, so that any
/// edge proxy can route a request without a look-up (DESIGN.md §8).
package enum BearerPrefix {
  package static let version: UInt8 = 1
  package static let cell: UInt8 = 0
  package static let bytes: [UInt8] = [version, cell]
}

/// What names a participation to its department: the `sid` claim (OpenID Connect Front-Channel Logout §3).
package struct ParticipationHandle: Hashable, Sendable {
  /// Prefix and 16 random bytes.
  package let bytes: [UInt8]

  package init(random: [UInt8]) { bytes = BearerPrefix.bytes + random }

  package init?(bytes: [UInt8]) {
    guard bytes.count == 18, bytes.starts(with: BearerPrefix.bytes) else { return nil }
    self.bytes = bytes
  }

  package init?(sid: String) {
    guard sid.utf8.count == 24, let bytes = Base64URL.decode(sid) else { return nil }
    self.init(bytes: bytes)
  }

  package var sid: String { Base64URL.encode(bytes) }
}

/// The provider's session cookie. Only its hash is stored: a stolen database opens no session.
package struct SessionCookie: Sendable {
  package let value: String
  package let hash: SessionHash

  package init(random: [UInt8]) {
    let bytes = BearerPrefix.bytes + random
    value = Base64URL.encode(bytes)
    hash = SessionHash(bytes: SHA256.hash(bytes))
  }

  package init?(value: String) {
    guard value.utf8.count == 46, let bytes = Base64URL.decode(value), bytes.count == 34,
      bytes.starts(with: BearerPrefix.bytes)
    else { return nil }
    self.value = value
    hash = SessionHash(bytes: SHA256.hash(bytes))
  }
}

package struct SessionHash: Hashable, Sendable {
  package let bytes: [UInt8]
  package init(bytes: [UInt8]) { self.bytes = bytes }
}

/// The identity of one authorization code: random, never reused, stored only once it has been presented.
package struct CodeID: Hashable, Sendable {
  package let bytes: [UInt8]
  package init(bytes: [UInt8]) { self.bytes = bytes }
}

/// The identity of a grant family (one refresh-token line).
package struct FamilyID: Hashable, Sendable {
  package let bytes: [UInt8]
  package init(bytes: [UInt8]) { self.bytes = bytes }
}
