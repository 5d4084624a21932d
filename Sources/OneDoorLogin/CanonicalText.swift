import Foundation

/// Unicode's canonical composition (NFC, UAX #15), so that what looks the same is the same bytes. The only use of
/// Foundation in this module.
enum CanonicalText {
  static func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }
}
