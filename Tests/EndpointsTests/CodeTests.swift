import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import Testing

/// The authorization code and what it gives.
@Suite struct CodeTests {
  @Test func `a code gives tokens that say who, when, how and for whom`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    let access = try world.accessClaims(guest.tokens)
    let identity = try world.identityClaims(guest.tokens)
    #expect(guest.tokens.expiresIn == 300)
    #expect(guest.tokens.scope == "openid profile phone email")
    #expect(access.issuer == World.issuer && access.audience == ["housing"] && access.clientID == "housing")
    #expect(access.expires == world.clock.now.seconds + 300)
    #expect(access.subject == identity.subject && access.sessionHandle == identity.sessionHandle)
    #expect(identity.nonce == "a nonce")
    #expect(identity.acr == "urn:onedoor:acr:1" && identity.amr == ["pwd"])
    #expect(identity.profile == ProfileClaims())
  }

  @Test func `a code lives for 59 seconds and not for 60`() async throws {
    for (age, lives) in [(59, true), (60, false)] as [(Int64, Bool)] {
      let world = try await World()
      var browser = TestBrowser()
      let code = try await world.signIn(in: &browser)
      world.clock.move(Seconds(age))
      let reply = try await world.redeem(code, by: .housing)
      #expect((reply.status == 200) == lives)
      if !lives { #expect(reply.refusal == .codeExpired) }
    }
  }

  @Test func `a second presentation ends what the first one gave, tokens and session's part`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let code = try await world.signIn(in: &browser)
    let other = try await world.redeem(try await world.hop(to: .business, in: &browser), by: .business).tokens()
    let tokens = try await world.redeem(code, by: .housing).tokens()
    #expect(try await world.isLive(tokens, at: .housing))
    #expect(try await world.redeem(code, by: .housing).refusal == .codeUsed)
    #expect(try await !world.isLive(tokens, at: .housing))
    #expect(try await world.refresh(tokens.refreshToken, by: .housing).refusal == .refreshTokenInvalid)
    #expect(try await world.isLive(other, at: .business))
  }

  enum Wrong: CaseIterable { case department, redirectURI, noRedirectURI, verifier, noVerifier }

  @Test(arguments: Wrong.allCases)
  func `a code that was presented wrongly is used up`(wrong: Wrong) async throws {
    let world = try await World()
    var browser = TestBrowser()
    let code = try await world.signIn(in: &browser)
    let reply =
      switch wrong {
      case .department: try await world.redeem(code, by: .business)
      case .redirectURI: try await world.redeem(code, by: .housing, redirectURI: "http://localhost:8081/other")
      case .noRedirectURI:
        try await world.token(
          .housing, [("grant_type", "authorization_code"), ("code", code), ("code_verifier", World.verifier)])
      case .verifier: try await world.redeem(code, by: .housing, verifier: String(World.verifier.reversed()))
      case .noVerifier: try await world.redeem(code, by: .housing, verifier: nil)
      }
    #expect(reply.status == 400)
    #expect(try await world.redeem(code, by: .housing).refusal == .codeUsed)
  }

  @Test func `a stranger with a wrong secret does not use a code up`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let code = try await world.signIn(in: &browser)
    let pairs: [(String, String?)] = [("grant_type", "authorization_code"), ("code", code)]
    let stranger = await world.provider.token(form(pairs), authorization: World.basic("housing", "guessed"))
    #expect(stranger.refusal == .clientAuthenticationFailed)
    #expect(try await world.redeem(code, by: .housing).status == 200)
  }

  @Test func `every prefix and every changed character of a code is none`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let code = try await world.signIn(in: &browser)
    for length in stride(from: 0, to: code.utf8.count, by: 23) {
      let reply = try await world.redeem(String(code.prefix(length)), by: .housing)
      #expect(reply.refusal == (length == 0 ? .codeMissing : .codeInvalid))
    }
    for place in stride(from: 0, to: code.utf8.count, by: 23) {
      var bytes = Array(code.utf8)
      bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      #expect(try await world.redeem(String(decoding: bytes, as: UTF8.self), by: .housing).refusal == .codeInvalid)
    }
    #expect(try await world.redeem(code, by: .housing).status == 200)
  }

  @Test func `a department that is switched off redeems nothing`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let code = try await world.signIn(in: &browser)
    try await world.disable(.housing)
    #expect(try await world.redeem(code, by: .housing).refusal == .clientUnknown)
  }

  @Test func `a department may sign its claims into the ID token where it is registered so`() async throws {
    let world = try await World()
    try await world.change(.housing) { $0.releasesClaimsInIDToken = true }
    let identity = try world.identityClaims(try await world.guest().tokens)
    #expect(identity.profile.name == Citizen.zhangWei.name)
    #expect(identity.profile.isPhoneNumberVerified == true)
  }
}
