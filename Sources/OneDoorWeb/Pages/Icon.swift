import OneDoorCrypto

/// The door, for a browser's tab. Its path changes with its bytes, as the stylesheet's does.
package enum Icon {
  package static let text = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b4f9e"/>\
    <path d="M7 27V12a9 8 0 0 1 18 0v15zm3-3h7V11.4l4.6-1.9A6 5 0 0 0 10 12z" fill="#fff"/></svg>

    """
  package static let bytes = Array(text.utf8)
  package static let type = "image/svg+xml"
  package static let path = "/assets/onedoor-\(ContentName.of(bytes)).svg"
  /// Where browsers look that were told nothing.
  package static let usualPath = "/favicon.ico"
}

/// What a file is called that may be kept for ever: the name changes with the bytes.
enum ContentName {
  static func of(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let name = SHA256.hash(bytes).prefix(4).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: name, as: UTF8.self)
  }
}
