import OneDoorCrypto

/// A department inside a code: eight bytes in place of 64, which would not fit. It is sealed, and read again only among the
/// few that the department may call.
package struct ResourceTag: Sendable, Equatable {
  static let byteCount = 8
  let bytes: [UInt8]

  package init(of department: DepartmentID) {
    bytes = Array(SHA256.hash(Array(department.text.utf8)).prefix(ResourceTag.byteCount))
  }

  init?(bytes: [UInt8]) {
    guard bytes.count == ResourceTag.byteCount else { return nil }
    self.bytes = bytes
  }
}
