import OneDoorCrypto

/// The one stylesheet. Its path changes with its bytes, so it may be cached for ever (`immutable`).
///
/// A department's own pages can serve `bytes` at `path` on their own origin and use the same classes: a `<header>` and
/// a `<main>` each with a `.column` inside, `.button`, `.quiet`, `dl.facts`, `pre`. What they print goes through
/// `HTMLText`.
package enum StyleSheet {
  package static let bytes: [UInt8] =
    EmbeddedResources.text("Resources/css/onedoor.css")?.withUTF8Buffer { Array($0) } ?? []

  package static let path: String = {
    let digits = Array("0123456789abcdef".utf8)
    let name = SHA256.hash(bytes).prefix(4).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "/assets/onedoor-\(String(decoding: name, as: UTF8.self)).css"
  }()
}
