import OneDoorCrypto
import OneDoorJOSE

/// A refresh token: family and counter under a MAC. It needs no row of its own, and no prefix or variation of it passes.
package struct RefreshToken: Sendable, Equatable {
  package let family: FamilyID
  package let counter: UInt32

  package init(family: FamilyID, counter: UInt32) {
    self.family = family
    self.counter = counter
  }
}

/// Writes and reads refresh tokens under one key.
package struct RefreshTokenCodec: Sendable {
  private let mac: HMACSHA256
  package init(key: [UInt8]) { mac = HMACSHA256(key: key) }

  private static let purpose = Array("onedoor/refresh/1".utf8)

  package func text(_ token: RefreshToken) -> String {
    var encoder = ByteEncoder()
    encoder.fixed(BearerPrefix.bytes)
    encoder.fixed(token.family.bytes)
    encoder.uint32(token.counter)
    return Base64URL.encode(encoder.bytes + mac.code(for: RefreshTokenCodec.purpose + encoder.bytes))
  }

  package func parse(_ text: String) -> RefreshToken? {
    guard text.utf8.count == 72, let bytes = Base64URL.decode(text), bytes.count == 54 else { return nil }
    let body = Array(bytes.prefix(22))
    guard mac.isValid(Array(bytes.dropFirst(22)), for: RefreshTokenCodec.purpose + body) else { return nil }
    var decoder = ByteDecoder(body)
    guard decoder.fixed(2) == BearerPrefix.bytes, let family = decoder.fixed(16), let counter = decoder.uint32()
    else { return nil }
    return RefreshToken(family: FamilyID(bytes: family), counter: counter)
  }
}
