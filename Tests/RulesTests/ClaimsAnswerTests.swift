import OneDoorMessages
import OneDoorRules
import Testing

/// What is released of what was asked for by name (OpenID Connect Core §5.5).
@Suite struct ClaimsAnswerTests {
  private func answer(_ text: String, scopes: ScopeSet = [.openid, .email, .phone]) throws -> NamedClaims {
    let department = Fixture.department { $0.scopes = scopes }
    return try ClaimsRequest(text).answer(about: Fixture.person, to: department)
  }

  @Test func `only what the department registered for, whatever it asks, essential or not`() throws {
    let all = ReleasableClaim.allCases.map { "\"\($0.rawValue)\":{\"essential\":true}" }.joined(separator: ",")
    let request = "{\"userinfo\":{\(all)},\"id_token\":{\(all)}}"
    for scopes in [[.openid], [.openid, .email], [.openid, .profile, .phone]] as [ScopeSet] {
      let allowed = ClaimSet(releasedBy: scopes)
      #expect(try answer(request, scopes: scopes) == NamedClaims(idToken: allowed, userinfo: allowed))
    }
  }

  @Test func `each place gets what was asked for there`() throws {
    #expect(
      try answer(#"{"userinfo":{"email":null},"id_token":{"phone_number":null}}"#)
        == NamedClaims(idToken: ClaimSet([.phoneNumber]), userinfo: ClaimSet([.email])))
  }

  @Test func `a claim asked for with a value is released only where it has that value`() throws {
    func released(_ wish: String) throws -> Bool {
      try answer("{\"userinfo\":{\"email\":\(wish)}}").userinfo.contains(.email)
    }
    #expect(try released(#"{"value":"zhang.wei@example.org"}"#))
    #expect(try released(#"{"values":["a@example.org","zhang.wei@example.org"]}"#))
    #expect(try !released(#"{"value":"Zhang.Wei@example.org"}"#))
    #expect(try !released(#"{"essential":true,"values":["a@example.org"]}"#))
    let flag = try answer(#"{"userinfo":{"email_verified":{"value":true},"phone_number_verified":{"value":true}}}"#)
    #expect(flag.userinfo == ClaimSet([.phoneNumberVerified]), "this person's address is not verified")
  }

  @Test func `a sub with a value is a condition, in either place`() throws {
    for place in ["userinfo", "id_token"] {
      let one = try ClaimsRequest("{\"\(place)\":{\"sub\":{\"value\":\"s\"}}}")
      #expect(one.allows(subject: "s") && !one.allows(subject: "t"))
      let several = try ClaimsRequest("{\"\(place)\":{\"sub\":{\"values\":[\"s\",\"t\"]}}}")
      #expect(several.allows(subject: "t") && !several.allows(subject: "u"))
      #expect(try ClaimsRequest("{\"\(place)\":{\"sub\":{\"essential\":true}}}").allows(subject: "u"))
    }
  }
}
