package import OneDoorJOSE

/// The standard claims that the provider knows of a person (OpenID Connect Core §5.1), each nil where its scope was not
/// granted or nothing is known.
package struct ProfileClaims: Sendable, Equatable {
  package var name: String?
  package var preferredUsername: String?
  package var updatedAt: Int64?
  package var email: String?
  package var isEmailVerified: Bool?
  package var phoneNumber: String?
  package var isPhoneNumberVerified: Bool?

  package init(
    name: String? = nil, preferredUsername: String? = nil, updatedAt: Int64? = nil, email: String? = nil,
    isEmailVerified: Bool? = nil, phoneNumber: String? = nil, isPhoneNumberVerified: Bool? = nil
  ) {
    self.name = name
    self.preferredUsername = preferredUsername
    self.updatedAt = updatedAt
    self.email = email
    self.isEmailVerified = isEmailVerified
    self.phoneNumber = phoneNumber
    self.isPhoneNumberVerified = isPhoneNumberVerified
  }

  package subscript(claim: ReleasableClaim) -> JSON? {
    switch claim {
    case .name: name.map(JSON.string)
    case .preferredUsername: preferredUsername.map(JSON.string)
    case .updatedAt: updatedAt.map(JSON.integer)
    case .email: email.map(JSON.string)
    case .emailVerified: isEmailVerified.map(JSON.bool)
    case .phoneNumber: phoneNumber.map(JSON.string)
    case .phoneNumberVerified: isPhoneNumberVerified.map(JSON.bool)
    }
  }

  package func write(to writer: inout JSONWriter) {
    if let name { writer.member("name", name) }
    if let preferredUsername { writer.member("preferred_username", preferredUsername) }
    if let updatedAt { writer.member("updated_at", updatedAt) }
    if let email { writer.member("email", email) }
    if let isEmailVerified { writer.member("email_verified", isEmailVerified) }
    if let phoneNumber { writer.member("phone_number", phoneNumber) }
    if let isPhoneNumberVerified { writer.member("phone_number_verified", isPhoneNumberVerified) }
  }

  package init(_ object: JSONObject) throws(ClaimFault) {
    let claims = ClaimReader(object)
    name = try claims.optionalString("name")
    preferredUsername = try claims.optionalString("preferred_username")
    updatedAt = try claims.optionalTime("updated_at")
    email = try claims.optionalString("email")
    isEmailVerified = try claims.optionalBool("email_verified")
    phoneNumber = try claims.optionalString("phone_number")
    isPhoneNumberVerified = try claims.optionalBool("phone_number_verified")
  }
}
