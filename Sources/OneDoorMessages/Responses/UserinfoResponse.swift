import OneDoorJOSE

/// OpenID Connect Core §5.3.2.
package struct UserinfoResponse: Sendable, Equatable {
  package var subject: String
  package var subjectType: SubjectType
  package var profile: ProfileClaims
  package var signedBy: Signed?

  /// What a signed answer says beside.
  package struct Signed: Sendable, Equatable {
    package let issuer: String
    package let audience: String

    package init(issuer: String, audience: String) {
      self.issuer = issuer
      self.audience = audience
    }
  }

  package init(subject: String, subjectType: SubjectType, profile: ProfileClaims) {
    self.subject = subject
    self.subjectType = subjectType
    self.profile = profile
  }

  package func serialized() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    if let signedBy {
      writer.member("iss", signedBy.issuer)
      writer.member("aud", signedBy.audience)
    }
    writer.member("sub", subject)
    writer.member("sub_type", subjectType.rawValue)
    profile.write(to: &writer)
    writer.endObject()
    return writer.bytes
  }
}
