import OneDoorCrypto

/// A password to be read out or typed once: sixteen letters and digits in four groups, without those that look alike.
/// 2^79 of them; the person chooses one of their own at the next sign-in.
enum PasswordDraw {
  private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789".utf8)

  static func draw() throws(CryptoError) -> String {
    var letters: [UInt8] = []
    while letters.count < 16 {
      // Bytes past the last whole multiple are drawn anew: every letter is as likely as any other.
      for byte in try SecureRandom.bytes(32)
      where letters.count < 16 && Int(byte) < 256 / alphabet.count * alphabet.count {
        letters.append(alphabet[Int(byte) % alphabet.count])
      }
    }
    let groups = stride(from: 0, to: 16, by: 4).map { String(decoding: letters[$0..<$0 + 4], as: UTF8.self) }
    return groups.joined(separator: "-")
  }
}
