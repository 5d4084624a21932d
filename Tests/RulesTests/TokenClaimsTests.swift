import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import Testing

@Suite struct TokenClaimsTests {
  private let subjects = PairwiseSubjects(key: Array(repeating: 1, count: 32))
  private var claims: TokenClaims {
    TokenClaims(issuer: "https://login.example", policy: Fixture.policy, subjects: subjects)
  }

  @Test func `a whole access token is what RFC 9068 has`() throws {
    let facts = Fixture.participation()
    let department = Fixture.department()
    let token = claims.accessToken(
      for: facts, authentication: facts.session.authentication, department: department, scopes: [.openid, .email],
      tokenID: "t", now: Fixture.now)
    #expect(
      token
        == AccessTokenClaims(
          issuer: "https://login.example", subject: subjects.sub(of: .person(PersonID(7)), sector: "housing"),
          subjectType: .person, audience: ["housing"], clientID: "housing", issuedAt: Fixture.now.seconds,
          expires: Fixture.now.seconds + 300, tokenID: "t", scope: "openid email", sessionHandle: Fixture.handle.sid,
          authenticationTime: Fixture.now.seconds - 60, acr: "urn:onedoor:acr:1", amr: ["pwd"]))
    let object = try #require(try JSON.parse(token.serialized()).object)
    #expect(try AccessTokenClaims(object) == token)
  }

  @Test func `no token outlives the session's absolute end`() {
    let facts = Fixture.participation()
    let now = facts.session.expiresAt - 10
    let access = claims.accessToken(
      for: facts, authentication: facts.session.authentication, department: Fixture.department(), scopes: .openid,
      tokenID: "t", now: now)
    let identity = claims.idToken(
      for: facts, authentication: facts.session.authentication, department: Fixture.department(), scopes: .openid,
      nonce: nil, accessToken: "x", now: now)
    #expect(access.expires == facts.session.expiresAt.seconds && identity.expires == access.expires)
  }

  @Test func `an ID token holds released claims only where the department is registered for it`() throws {
    let facts = Fixture.participation()
    for releases in [false, true] {
      let department = Fixture.department { $0.releasesClaimsInIDToken = releases }
      let token = claims.idToken(
        for: facts, authentication: facts.session.authentication, department: department, scopes: [.openid, .profile],
        nonce: "n", accessToken: "x", now: Fixture.now)
      #expect(token.profile.name == (releases ? "张伟" : nil))
      #expect(token.profile.email == nil)
      let object = try #require(try JSON.parse(token.serialized()).object)
      #expect(try IDTokenClaims(object) == token)
    }
  }

  @Test func `each scope releases its own claims and nothing unknown`() {
    #expect(ProfileClaims(of: Fixture.person, scopes: .openid) == ProfileClaims())
    #expect(
      ProfileClaims(of: Fixture.person, scopes: [.openid, .email, .phone])
        == ProfileClaims(
          email: "zhang.wei@example.org", isEmailVerified: false, phoneNumber: "+8613800000000",
          isPhoneNumberVerified: true))
    var bare = Fixture.person
    bare.email = nil
    #expect(ProfileClaims(of: bare, scopes: .email) == ProfileClaims())
  }

  @Test func `a sub is pairwise, stable and keyed`() {
    let person = Subject.person(PersonID(7))
    let housing = subjects.sub(of: person, sector: "housing")
    #expect(housing.utf8.count == 43)
    #expect(housing == subjects.sub(of: person, sector: "housing"))
    #expect(housing != subjects.sub(of: person, sector: "business"))
    #expect(housing != subjects.sub(of: .person(PersonID(8)), sector: "housing"))
    #expect(housing != PairwiseSubjects(key: Array(repeating: 2, count: 32)).sub(of: person, sector: "housing"))
    // A changed computation would give everybody a new identity everywhere: these bytes never change.
    #expect(housing == "unOzhf_FVCs1B68pZTbPAGkm3dUifSd7JzjyRIKpWXo")
  }

  @Test func `a department's own token cannot be taken for a person's`() {
    let token = claims.departmentToken(for: Fixture.department(), scopes: .revocation, tokenID: "t", now: Fixture.now)
    #expect(token.subject == "housing" && token.subjectType == .department && token.sessionHandle == nil)
    #expect(token.audience == ["https://login.example"])
  }
}
