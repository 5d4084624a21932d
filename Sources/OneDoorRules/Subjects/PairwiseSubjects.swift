import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages

/// Computes the `sub` that a department knows a subject by (OpenID Connect Core §8.1): different in every sector, so that
/// departments cannot join their records, and never the internal id.
package struct PairwiseSubjects: Sendable {
  private let mac: HMACSHA256
  package init(key: [UInt8]) { mac = HMACSHA256(key: key) }

  /// The `sub` of a subject at a department, as its registration has it.
  package func sub(of subject: Subject, at department: Department) -> String {
    switch department.subjectType {
    case .pairwise: sub(of: subject, sector: department.sector)
    case .public: publicSub(of: subject)
    }
  }

  /// OpenID Connect Core §8, public: the same at every department that is registered so, under a label of its own, and
  /// never the internal id, which would count the persons.
  private func publicSub(of subject: Subject) -> String {
    var encoder = ByteEncoder()
    encoder.byte(subject.kind)
    encoder.int64(subject.number)
    return Base64URL.encode(mac.code(for: Array("onedoor/sub/public/1".utf8) + encoder.bytes))
  }

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
