/// The one stylesheet. Its path changes with its bytes, so it may be cached for ever (`immutable`).
///
/// A department's own pages can serve `bytes` at `path` on their own origin and use the same classes: a `<header>` and
/// a `<main>` each with a `.column` inside, `.button`, `.quiet`, `dl.facts`, `pre`. What they print goes through
/// `HTMLText`.
package enum StyleSheet {
  package static let bytes: [UInt8] =
    EmbeddedResources.text("Resources/css/onedoor.css")?.withUTF8Buffer { Array($0) } ?? []

  package static let path = "/assets/onedoor-\(ContentName.of(bytes)).css"
}
