/// Internal numbers of rows. They are never reused, so that nothing issued to one person can come to mean another.
package struct PersonID: Hashable, Sendable {
  package let number: Int64
  package init(_ number: Int64) { self.number = number }
}

package struct SessionID: Hashable, Sendable {
  package let number: Int64
  package init(_ number: Int64) { self.number = number }
}

package struct ParticipationID: Hashable, Sendable {
  package let number: Int64
  package init(_ number: Int64) { self.number = number }
}

/// A department's `client_id`: `[A-Za-z0-9._-]{1,64}`. ASCII by construction, so that `==` compares bytes.
package struct DepartmentID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  package init?(_ text: String) {
    let bytes = text.utf8
    guard (1...64).contains(bytes.count), bytes.allSatisfy(DepartmentID.allows) else { return nil }
    self.text = text
  }

  private static func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  package var description: String { text }
  package static func < (left: DepartmentID, right: DepartmentID) -> Bool { left.text < right.text }
}
