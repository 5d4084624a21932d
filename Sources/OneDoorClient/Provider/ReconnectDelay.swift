import OneDoorCrypto

/// How long to wait before asking again: from a quarter of a second, doubling to 15 seconds, half of it by lot, so that
/// a thousand departments do not all come back in the moment in which the provider does.
package struct ReconnectDelay: Sendable {
  package static let shortest = 250
  package static let longest = 15_000
  private var milliseconds = ReconnectDelay.shortest

  package init() {}

  package mutating func reset() { milliseconds = ReconnectDelay.shortest }

  package mutating func next() -> Duration { next(lot: ReconnectDelay.drawnLot()) }

  /// `lot` in 0...255.
  package mutating func next(lot: UInt8) -> Duration {
    let half = milliseconds / 2
    milliseconds = min(milliseconds * 2, ReconnectDelay.longest)
    return .milliseconds(half + half * Int(lot) / 255)
  }

  /// Without entropy nothing else works either; all that is lost here is the spread.
  private static func drawnLot() -> UInt8 { (try? SecureRandom.bytes(1))?.first ?? 128 }
}
