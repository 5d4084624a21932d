/// Text that is safe between tags and inside quoted attributes.
///
/// Our own escaping and not the template engine's: swift-mustache 2.1.1 compares whole characters, and a quote followed
/// by a combining mark is another character than a quote, so `"` + U+0301 would end an attribute. Here it is bytes.
package struct HTMLText: Sendable, Equatable {
  package let markup: String

  package init(escaping text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      // Control characters are errors in HTML; they show as the replacement character.
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: bytes += "\u{FFFD}".utf8
      default: bytes.append(byte)
      }
    }
    markup = String(decoding: bytes, as: UTF8.self)
  }

  /// Markup made of escaped parts. Nothing from outside gets in this way.
  init(markup: String) { self.markup = markup }
}
