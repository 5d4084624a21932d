import OneDoorCrypto
import OneDoorMessages

/// A department that has proven who it is by its registered method. Only the check makes one.
package struct AuthenticatedDepartment: Sendable, Equatable {
  package let department: Department
  /// The assertion that must be used up before anything is done for the department.
  package let assertion: UsedAssertion?

  private init(_ department: Department, assertion: UsedAssertion? = nil) {
    self.department = department
    self.assertion = assertion
  }

  package struct UsedAssertion: Sendable, Equatable {
    package let key: [UInt8]
    package let until: UnixTime
  }

  /// Judges what was presented against the registration. `department` is nil where the id is unknown.
  package static func authenticate(
    _ presented: PresentedCredentials, department: Department?, audience: AssertionAudiences, now: UnixTime
  ) throws(TokenRefusal) -> AuthenticatedDepartment {
    guard let department, department.isEnabled else { throw .clientUnknown }
    switch presented {
    case .secret(_, let secret, let method):
      try require(department.authentication == method, or: TokenRefusal.clientAuthenticationMethod)
      let hash = SHA256.hash(Array(secret.utf8))
      // Both are always compared: which of two secrets matched is not told by time.
      let matches = department.secretHashes.reduce(false) { found, stored in constantTimeEquals(stored, hash) || found }
      try require(matches, or: TokenRefusal.clientAuthenticationFailed)
      return AuthenticatedDepartment(department)
    case .assertion(_, let text):
      try require(department.authentication == .privateKeyJWT, or: TokenRefusal.clientAuthenticationMethod)
      let used = try ClientAssertion.verify(text, of: department, audience: audience, now: now)
      return AuthenticatedDepartment(department, assertion: used)
    case .identifierOnly:
      try require(department.authentication == .none, or: TokenRefusal.clientAuthenticationFailed)
      return AuthenticatedDepartment(department)
    }
  }
}

/// What an assertion may be addressed to.
package struct AssertionAudiences: Sendable, Equatable {
  package let issuer: String
  package let tokenEndpoint: String

  package init(issuer: String, tokenEndpoint: String) {
    self.issuer = issuer
    self.tokenEndpoint = tokenEndpoint
  }
}
