import OneDoorCrypto

/// Eight characters by which a person's question finds the line in the log. No letter that looks like a digit.
enum ErrorReference {
  private static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)

  static func draw() -> String {
    // Without entropy the page is still worth more than none.
    let bytes = (try? SecureRandom.bytes(8)) ?? [UInt8](repeating: 0, count: 8)
    return String(decoding: bytes.map { alphabet[Int($0 & 31)] }, as: UTF8.self)
  }
}
