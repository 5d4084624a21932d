import OneDoorCrypto
import OneDoorJOSE
package import OneDoorRules
import Synchronization

package enum SealFault: Error, Equatable, Sendable {
  /// More than a URL or a cookie should carry.
  case tooLong
  /// No randomness, no key, or a clock outside what the format can say.
  case unavailable
}

/// Seals state that the browser carries for us instead of a row (DESIGN.md §4): base64url of
/// prefix(2) ‖ day(2) ‖ nonce ‖ ciphertext ‖ tag, AES-256-GCM.
///
/// Each UTC day and purpose has its own key, HKDF(master, purpose ‖ day). Today's seals; today's and yesterday's open, so
/// that a value dies by itself after two days at the latest and no key sees more than a day's seals (a random nonce allows
/// 2³² under one key).
package struct Seal: Sendable {
  package static let maximumTextLength = 4096
  /// What fits: 3,072 bytes behind the base64url, less prefix, day, nonce and tag.
  package static let maximumByteCount = maximumTextLength / 4 * 3 - headerByteCount - AES256GCM.overhead

  private static let headerByteCount = 4

  private let purpose: [UInt8]
  private let keys: DayKeys

  package init(master: [UInt8], purpose: String) {
    self.purpose = Array(purpose.utf8)
    keys = DayKeys(master: master, purpose: self.purpose)
  }

  package func seal(_ bytes: [UInt8], at now: UnixTime) throws(SealFault) -> String {
    guard bytes.count <= Seal.maximumByteCount else { throw .tooLong }
    guard let day = Day(now), let key = keys.key(of: day) else { throw .unavailable }
    let header = BearerPrefix.bytes + day.bytes
    let sealed: [UInt8]
    do { sealed = try key.seal(bytes, authenticating: authenticated(header)) } catch { throw .unavailable }
    return Base64URL.encode(header + sealed)
  }

  /// Nil for whatever was not sealed here, for this purpose, today or yesterday.
  package func open(_ text: String, at now: UnixTime) -> [UInt8]? {
    guard text.utf8.count <= Seal.maximumTextLength, let bytes = Base64URL.decode(text),
      bytes.count >= Seal.headerByteCount + AES256GCM.overhead, bytes.starts(with: BearerPrefix.bytes)
    else { return nil }
    let day = Day(high: bytes[2], low: bytes[3])
    guard day.opens(at: now), let key = keys.key(of: day) else { return nil }
    return key.open(
      Array(bytes[Seal.headerByteCount...]), authenticating: authenticated(Array(bytes[..<Seal.headerByteCount])))
  }

  private func authenticated(_ header: [UInt8]) -> [UInt8] { purpose + [0] + header }
}

/// Days since 1970-01-01 UTC; two bytes last until 2149.
private struct Day: Hashable, Comparable {
  let number: UInt16

  init?(_ time: UnixTime) {
    guard time.seconds >= 0, let number = UInt16(exactly: time.seconds / 86_400) else { return nil }
    self.number = number
  }

  init(high: UInt8, low: UInt8) { number = UInt16(high) << 8 | UInt16(low) }

  var bytes: [UInt8] { [UInt8(number >> 8), UInt8(truncatingIfNeeded: number)] }

  /// Tomorrow's counts within the tolerated clock difference: another node may have begun its day already.
  func opens(at now: UnixTime) -> Bool {
    guard let today = Day(now), let latest = Day(now + Policy.clockSkew) else { return false }
    return Int(number) >= Int(today.number) - 1 && number <= latest.number
  }

  static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

/// The derived keys of the last days, so that a seal costs no derivation.
private final class DayKeys: Sendable {
  private let master: [UInt8]
  private let purpose: [UInt8]
  private let derived = Mutex<[Day: AES256GCM]>([:])

  init(master: [UInt8], purpose: [UInt8]) {
    self.master = master
    self.purpose = purpose
  }

  func key(of day: Day) -> AES256GCM? {
    derived.withLock { derived in
      if let key = derived[day] { return key }
      let info = Array("onedoor/seal/".utf8) + purpose + [0] + day.bytes
      guard let secret = try? HKDF.sha256(secret: master, salt: [], info: info, count: 32),
        let key = try? AES256GCM(key: secret)
      else { return nil }
      // Yesterday, today and, for a minute, tomorrow.
      if derived.count >= 3, let oldest = derived.keys.min() { derived[oldest] = nil }
      derived[day] = key
      return key
    }
  }
}
