/// What a signing key is for. Messages about ended sessions have a key of their own, so that a department can be given
/// the one without the other.
package enum KeyPurpose: String, Sendable, CaseIterable {
  case token
  case revocation

  package var algorithms: [SignatureAlgorithm] {
    switch self {
    case .token: [.ES256, .RS256]
    case .revocation: [.ES256]
    }
  }
}

/// The names of the files in the key directory. A name that begins like one of ours and is none of ours is a mistake
/// that somebody has to hear of; all others are somebody else's files.
enum KeyFileName: Hashable, Sendable {
  case pairwise
  case seal
  case data(UInt8)
  case signing(SigningKeyName)
  /// The public part of a signing key that signs no more.
  case retired(SigningKeyName)

  enum Reading {
    case ours(KeyFileName)
    case wrong
    case foreign
  }

  var text: String {
    switch self {
    case .pairwise: "pairwise.key"
    case .seal: "seal.key"
    case .data(let number): "data-\(number).key"
    case .signing(let name): "\(name.text).pem"
    case .retired(let name): "\(name.text).pub.pem"
    }
  }

  static func read(_ text: String) -> Reading {
    guard let stem = stems.first(where: { text.utf8.starts(with: $0.utf8) }) else { return .foreign }
    let name: KeyFileName? =
      switch stem {
      case "pairwise": .pairwise
      case "seal": .seal
      case "data-": UInt8(text.dropFirst(5).prefix { $0 != "." }).flatMap { $0 > 0 ? .data($0) : nil }
      default: signingName(text)
      }
    // Written back it has to be the same, so that there is no second spelling (data-01.key).
    guard let name, name.text.utf8.elementsEqual(text.utf8) else { return .wrong }
    return .ours(name)
  }

  private static let stems = ["pairwise", "seal", "data-"] + KeyPurpose.allCases.map { "\($0.rawValue)-" }

  private static func signingName(_ text: String) -> KeyFileName? {
    let ending = text.hasSuffix(".pub.pem") ? ".pub.pem" : ".pem"
    let parts = text.dropLast(ending.count).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let purpose = KeyPurpose(rawValue: String(parts[0])),
      let algorithm = SignatureAlgorithm(rawValue: String(parts[1])), purpose.algorithms.contains(algorithm),
      let activation = KeyTime(text: parts[2])
    else { return nil }
    let name = SigningKeyName(purpose: purpose, algorithm: algorithm, activation: activation)
    return ending == ".pem" ? .signing(name) : .retired(name)
  }
}

/// What a signing key's file name says.
package struct SigningKeyName: Hashable, Sendable {
  package let purpose: KeyPurpose
  package let algorithm: SignatureAlgorithm
  package let activation: KeyTime

  package var text: String { "\(purpose.rawValue)-\(algorithm.rawValue)-\(activation.text)" }
}
