package import OneDoorMessages

/// What an authorization code carries, sealed: ids and hashes only (DESIGN.md §4), ≤ 512 bytes as text.
package struct CodeContents: Sendable, Equatable {
  package let id: CodeID
  package let participation: ParticipationHandle
  package let department: DepartmentID
  package let redirectURIHash: [UInt8]
  package let codeChallenge: [UInt8]?
  package let issuedAt: UnixTime
  package let authentication: Authentication
  package let scopes: ScopeSet
  /// Claims for the ID token that were asked for by name.
  package let namedClaims: ClaimSet
  package let nonce: String?
  /// The other department that the access token is to be used at.
  package let resource: ResourceTag?

  package init(
    id: CodeID, participation: ParticipationHandle, department: DepartmentID, redirectURIHash: [UInt8],
    codeChallenge: [UInt8]?, issuedAt: UnixTime, authentication: Authentication, scopes: ScopeSet,
    namedClaims: ClaimSet = [], nonce: String?, resource: ResourceTag? = nil
  ) {
    self.id = id
    self.participation = participation
    self.department = department
    self.redirectURIHash = redirectURIHash
    self.codeChallenge = codeChallenge
    self.issuedAt = issuedAt
    self.authentication = authentication
    self.scopes = scopes
    self.namedClaims = namedClaims
    self.nonce = nonce
    self.resource = resource
  }

  private static let noResource = [UInt8](repeating: 0, count: ResourceTag.byteCount)

  package func encoded() -> [UInt8] {
    var encoder = ByteEncoder()
    encoder.fixed(id.bytes)
    encoder.fixed(participation.bytes)
    encoder.prefixed(Array(department.text.utf8))
    encoder.fixed(redirectURIHash)
    encoder.optional(codeChallenge)
    encoder.int64(issuedAt.seconds)
    encoder.int64(authentication.time.seconds)
    encoder.byte(authentication.acr.storedNumber)
    encoder.byte(authentication.amr.storedBits)
    encoder.uint32(scopes.rawValue)
    encoder.uint32(namedClaims.rawValue)
    encoder.optional(nonce.map { Array($0.utf8) })
    encoder.fixed(resource?.bytes ?? CodeContents.noResource)
    return encoder.bytes
  }

  package init?(decoding bytes: [UInt8]) {
    var decoder = ByteDecoder(bytes)
    guard let id = decoder.fixed(16), let sid = decoder.fixed(18), let participation = ParticipationHandle(bytes: sid),
      let name = decoder.prefixed(), let department = DepartmentID(String(decoding: name, as: UTF8.self)),
      let redirectURIHash = decoder.fixed(32), let codeChallenge = decoder.optional(),
      let issuedAt = decoder.int64(), let time = decoder.int64(),
      let acr = decoder.byte().flatMap(AuthenticationContext.init(storedNumber:)),
      let amr = decoder.byte().map([AuthenticationMethod].init(storedBits:)), let scopes = decoder.uint32(),
      let named = decoder.uint32(), let nonce = decoder.optional(),
      let tag = decoder.fixed(ResourceTag.byteCount), decoder.isAtEnd
    else { return nil }
    self.init(
      id: CodeID(bytes: id), participation: participation, department: department, redirectURIHash: redirectURIHash,
      codeChallenge: codeChallenge, issuedAt: UnixTime(issuedAt),
      authentication: Authentication(time: UnixTime(time), acr: acr, amr: amr), scopes: ScopeSet(rawValue: scopes),
      namedClaims: ClaimSet(rawValue: named), nonce: nonce.map { String(decoding: $0, as: UTF8.self) },
      resource: tag == CodeContents.noResource ? nil : ResourceTag(bytes: tag))
  }
}

// The numbers are sealed into codes and stored in rows: append, never renumber.
extension AuthenticationContext {
  package var storedNumber: UInt8 {
    switch self {
    case .password: 1
    }
  }

  package init?(storedNumber: UInt8) {
    guard let match = AuthenticationContext.allCases.first(where: { $0.storedNumber == storedNumber }) else {
      return nil
    }
    self = match
  }
}

extension AuthenticationMethod {
  package var storedBit: UInt8 {
    switch self {
    case .pwd: 1
    }
  }
}

extension [AuthenticationMethod] {
  package var storedBits: UInt8 { reduce(0) { $0 | $1.storedBit } }
  package init(storedBits: UInt8) { self = AuthenticationMethod.allCases.filter { $0.storedBit & storedBits != 0 } }
}
