import OneDoorMessages
import OneDoorRules
import Testing

/// Tokens for another department (RFC 8707).
@Suite struct ResourceTests {
  private let housing = Fixture.department { $0.mayCall = [Fixture.id("business")] }
  private let business = Fixture.department("business") {
    $0.audience = "https://business.example"
    $0.scopes = [.openid, .profile]
  }
  private var resources: CallableResources { CallableResources(of: housing, others: [business]) }

  @Test func `a resource is a callable department by audience or id, or one's own, and nothing else`() {
    #expect(resources.choose("https://business.example") == .other(business))
    #expect(resources.choose("business") == .other(business))
    #expect(resources.choose("housing") == .own)
    for name in ["https://business.example/", "HTTPS://business.example", "Business", "tax", "", "https://x#f"] {
      #expect(resources.choose(name) == .notAllowed, "\(name)")
    }
  }

  @Test func `a token request stays within what the code was asked for with`() throws {
    let tag = ResourceTag(of: business.id)
    #expect(try resources.choose(nil, coded: nil) == nil)
    #expect(try resources.choose("housing", coded: nil) == nil)
    #expect(try resources.choose("business", coded: nil) == business)
    #expect(try resources.choose(nil, coded: tag) == business)
    #expect(try resources.choose("https://business.example", coded: tag) == business)
    #expect(throws: TokenRefusal.resourceNotAllowed) { try resources.choose("housing", coded: tag) }
    #expect(throws: TokenRefusal.resourceNotAllowed) { try resources.choose("tax", coded: nil) }
    // The permission was taken back while the code was on its way.
    let none = CallableResources(of: housing, others: [])
    #expect(throws: TokenRefusal.resourceNotAllowed) { try none.choose(nil, coded: tag) }
  }

  @Test func `a token for another department has its audience, its sub of the person, and no scope for userinfo`() {
    let subjects = PairwiseSubjects(key: Array(repeating: 1, count: 32))
    let claims = TokenClaims(issuer: "https://login.example", policy: Fixture.policy, subjects: subjects)
    let facts = Fixture.participation()
    let token = claims.accessToken(
      for: facts, authentication: facts.session.authentication, department: housing, resource: business,
      scopes: [.openid, .profile, .email], tokenID: "t", now: Fixture.now)
    #expect(token.audience == ["https://business.example"] && token.clientID == "housing")
    #expect(token.subject == subjects.sub(of: .person(Fixture.person.id), sector: "business"))
    #expect(token.scope == "profile")
    #expect(token.sessionHandle == Fixture.handle.sid)
    let own = claims.departmentToken(for: housing, resource: business, scopes: [], tokenID: "t", now: Fixture.now)
    #expect(own.audience == ["https://business.example"] && own.subject == "housing" && own.scope == "")
  }

  @Test func `subjects: one sector one sub; public the same wherever it is registered, and no other's`() {
    let subjects = PairwiseSubjects(key: Array(repeating: 1, count: 32))
    let person = Subject.person(PersonID(7))
    func sub(_ id: String, _ change: (inout Department) -> Void = { _ in }) -> String {
      subjects.sub(of: person, at: Fixture.department(id, change: change))
    }
    #expect(sub("a") { $0.sector = "s" } == sub("b") { $0.sector = "s" })
    #expect(sub("a") != sub("b"))
    let open = sub("a") { $0.subjectType = .public }
    #expect(open == sub("b") { $0.subjectType = .public })
    #expect(open == sub("a") { ($0.subjectType, $0.sector) = (.public, "s") })
    #expect(open != sub("a") && open != sub("a") { $0.sector = "" } && open.utf8.count == 43)
    #expect(open != subjects.sub(of: .person(PersonID(8)), at: Fixture.department { $0.subjectType = .public }))
    // A changed computation would give everybody a new identity: these bytes never change.
    #expect(open == "hG1xuFOinMC3SEgAwiBBX49zqK31k77H9X0QjhZYWOY")
  }
}
