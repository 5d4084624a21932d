import OneDoorMessages
import OneDoorRules
import Testing

@Suite struct RefreshGrantTests {
  private let now = Fixture.now
  private let familyID = FamilyID(bytes: Array(repeating: 4, count: 16))

  private func decide(
    counter: UInt32, family: UInt32, mode: RefreshMode = .rotate, rotated: Seconds = 10, noted: Seconds = 60,
    by department: Department = Fixture.department()
  ) throws -> RefreshDecision {
    let facts = Fixture.participation()
    return try RefreshGrant.decide(
      RefreshToken(family: familyID, counter: counter),
      family: GrantFamily(
        id: familyID, participationID: facts.participation.id, mode: mode, counter: family, rotatedAt: now - rotated,
        lastActive: now - noted),
      participation: facts.participation, session: Fixture.session(lastActive: now - noted), by: department,
      policy: Fixture.policy, now: now)
  }

  @Test func `a rotating token moves on, repeats its successor for a minute, and ends the line after that`() throws {
    #expect(try decide(counter: 3, family: 3) == .rotate)
    #expect(try decide(counter: 2, family: 3, rotated: 60) == .repeatSuccessor)
    #expect(try decide(counter: 2, family: 3, rotated: 61) == .end(.refreshTokenReused, .refreshReused))
    #expect(try decide(counter: 1, family: 3) == .end(.refreshTokenReused, .refreshReused))
    #expect(try decide(counter: 4, family: 3) == .end(.refreshTokenReused, .refreshReused))
    #expect(try decide(counter: .max, family: 0) == .end(.refreshTokenReused, .refreshReused))
  }

  @Test func `a steady token stays, and its use is noted every five minutes`() throws {
    #expect(try decide(counter: 0, family: 0, mode: .steady, noted: 299) == .keep(notesActivity: false))
    #expect(try decide(counter: 0, family: 0, mode: .steady, noted: 300) == .keep(notesActivity: true))
  }

  @Test func `another department's token ends the participation, Rauthy v0.36.1`() throws {
    let other = Fixture.department("business")
    #expect(
      try decide(counter: 0, family: 0, by: other) == .end(.refreshTokenOfAnotherDepartment, .refreshLeaked))
  }

  @Test func `no refresh outlives the idle limit or the grant`() {
    #expect(throws: TokenRefusal.sessionEnded) { try decide(counter: 0, family: 0, noted: Fixture.policy.sessionIdle) }
    let without = Fixture.department { $0.grants = [.authorizationCode] }
    #expect(throws: TokenRefusal.grantNotRegistered) { try decide(counter: 0, family: 0, by: without) }
  }

  @Test func `scope never grows, and shrinks with the registration`() throws {
    let granted: ScopeSet = [.openid, .email]
    #expect(try RefreshGrant.scopes(nil, granted: granted, by: Fixture.department()) == granted)
    #expect(try RefreshGrant.scopes("openid", granted: granted, by: Fixture.department()) == .openid)
    #expect(throws: TokenRefusal.scopeExceeded) {
      try RefreshGrant.scopes("openid profile", granted: granted, by: Fixture.department())
    }
    let narrowed = Fixture.department { $0.scopes = .openid }
    #expect(try RefreshGrant.scopes(nil, granted: granted, by: narrowed) == .openid)
  }

  @Test func `no variation of a refresh token passes, CVE-2026-27840`() {
    let codec = RefreshTokenCodec(key: Array(repeating: 1, count: 32))
    let token = RefreshToken(family: familyID, counter: 7)
    let text = codec.text(token)
    #expect(codec.parse(text) == token)
    let bytes = Array(text.utf8)
    for index in bytes.indices {
      #expect(codec.parse(String(decoding: bytes[..<index], as: UTF8.self)) == nil)
      var changed = bytes
      changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      #expect(codec.parse(String(decoding: changed, as: UTF8.self)) == nil)
    }
    #expect(RefreshTokenCodec(key: Array(repeating: 2, count: 32)).parse(text) == nil)
  }
}
