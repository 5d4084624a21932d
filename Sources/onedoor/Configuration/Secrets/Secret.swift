/// A secret in memory. It never prints itself: not in a log, an error, a dump or an interpolation.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The one way to the characters, easy to find in a review.
  package let revealed: String

  package init(_ text: String) { revealed = text }

  package var description: String { "<secret>" }
  package var debugDescription: String { "<secret>" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Secret: Equatable {
  /// As bytes: canonically equivalent spellings are different secrets.
  package static func == (left: Secret, right: Secret) -> Bool { left.revealed.utf8.elementsEqual(right.revealed.utf8) }
}
