package import OneDoorJOSE
package import OneDoorRules

/// Who holds the key files. The files are the command's affair; a running server must learn of a new one at once, which
/// is why the verbs come through here.
package protocol KeyKeeping: Sendable {
  func list() throws -> [KeyEntry]
  /// Makes what is missing; the names of the new files.
  func generate(at now: UnixTime) async throws -> [String]
  /// Makes the successor of one kind of signing key, published now and used from `activates` on.
  func rotate(_ kind: KeyKind, activates: UnixTime) async throws -> [String]
}

package enum KeyKind: String, Sendable, CaseIterable {
  case tokenES256 = "token-ES256"
  case tokenRS256 = "token-RS256"
  case revocationES256 = "revocation-ES256"
}

/// One key file, without anything secret.
package struct KeyEntry: Sendable, Equatable {
  package enum State: String, Sendable { case active, published, retired, fixed }

  package let file: String
  package let purpose: String
  package let algorithm: String?
  package let kid: String?
  package let activates: UnixTime?
  package let state: State

  package init(
    file: String, purpose: String, algorithm: String? = nil, kid: String? = nil, activates: UnixTime? = nil,
    state: State
  ) {
    self.file = file
    self.purpose = purpose
    self.algorithm = algorithm
    self.kid = kid
    self.activates = activates
    self.state = state
  }

  package var json: JSON {
    [
      "file": .string(file), "purpose": .string(purpose), "algorithm": algorithm.map(JSON.string) ?? .null,
      "kid": kid.map(JSON.string) ?? .null, "activates": activates.map { .integer($0.seconds) } ?? .null,
      "state": .string(state.rawValue),
    ]
  }
}

/// `onedoor key …`. Apart from the other nouns, since keys come before there is a store.
package struct KeyAdministration: Sendable {
  private let keys: any KeyKeeping
  private let clock: @Sendable () -> UnixTime

  package init(keys: any KeyKeeping, clock: @escaping @Sendable () -> UnixTime) {
    self.keys = keys
    self.clock = clock
  }

  package func answer(_ verb: String, _ arguments: JSONObject) async -> AdminAnswer {
    await AdminAnswer.of { try await perform(verb, AdminArguments(arguments)) }
  }

  func perform(_ verb: String, _ arguments: AdminArguments) async throws -> JSONObject {
    switch verb {
    case "key/list": ["keys": .array(try keys.list().map(\.json))]
    case "key/generate": ["made": DepartmentDocument.strings(try await keys.generate(at: clock()))]
    case "key/rotate": try await rotate(arguments)
    default: throw AdminRefusal.unknown("verb \(verb)")
    }
  }

  /// Published long enough before its first use that every department has fetched it (DESIGN.md §6).
  private func rotate(_ arguments: AdminArguments) async throws -> JSONObject {
    let kinds = try arguments.choice("kind", KeyKind.self).map { [$0] } ?? KeyKind.allCases
    let activates = clock() + KeyRotation.publishedBefore
    var made: [String] = []
    for kind in kinds { made += try await keys.rotate(kind, activates: activates) }
    return ["made": DepartmentDocument.strings(made), "activates": .integer(activates.seconds)]
  }
}

package enum KeyRotation {
  /// JWKS are cached for an hour by us and for a day by others.
  package static let publishedBefore: Seconds = .hours(25)
}
