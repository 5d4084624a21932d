import OneDoorCrypto
import OneDoorJOSE

/// Computes the `sub` that a department knows a subject by (OpenID Connect Core §8.1): different in every sector, so that
/// departments cannot join their records, and never the internal id.
package struct PairwiseSubjects: Sendable {
  private let mac: HMACSHA256
  package init(key: [UInt8]) { mac = HMACSHA256(key: key) }

  package func sub(of subject: Subject, sector: String) -> String {
    var message = Array("onedoor/sub/1".utf8)
    message.append(subject.kind)
    let sectorBytes = Array(sector.utf8)
    var encoder = ByteEncoder()
    encoder.prefixed(sectorBytes)
    encoder.int64(subject.number)
    return Base64URL.encode(mac.code(for: message + encoder.bytes))
  }

  /// What the store remembers, so that a key that was swapped is noticed before it gives everybody a new `sub`.
  package var checkValue: [UInt8] { mac.code(for: Array("onedoor/sub/check".utf8)) }
}
