/// A path of this department that a browser may be sent to after signing in. Whatever a browser could read as another
/// host is none: `//evil`, `/\evil`, a tab or line break that it would strip (CVE-2021-32786 and its kin).
package struct ReturnPath: Sendable, Equatable {
  package let text: String

  package static let home = ReturnPath(known: "/")
  package static let maximumByteCount = 512

  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= ReturnPath.maximumByteCount, bytes.first == UInt8(ascii: "/"),
      bytes.dropFirst().first != UInt8(ascii: "/"),
      bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
    else { return nil }
    self.text = text
  }

  private init(known text: String) { self.text = text }

  /// Without the query.
  package var path: Substring { text.prefix { $0 != "?" && $0 != "#" } }
}
