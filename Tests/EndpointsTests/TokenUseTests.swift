import OneDoorEndpoints
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import Testing

/// Userinfo, introspection and revocation.
@Suite struct TokenUseTests {
  @Test func `userinfo gives what the scopes release, by header and by form`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    let reply = await world.userinfo(guest.tokens.accessToken)
    let claims = try reply.json()
    #expect(claims["sub"]?.string == (try world.accessClaims(guest.tokens).subject))
    #expect(claims["name"]?.string == Citizen.zhangWei.name)
    #expect(claims["preferred_username"]?.string == "zhang.wei")
    #expect(claims["email"]?.string == "zhang.wei@example.org")
    #expect(claims["email_verified"]?.bool == false)
    #expect(claims["phone_number"]?.string == Citizen.zhangWei.phone)
    #expect(claims["phone_number_verified"]?.bool == true)
    #expect(claims["updated_at"]?.integer == World.start.seconds - 100)
    #expect(await world.provider.userinfo(bearer: .form(guest.tokens.accessToken)) == reply)
    var browser = TestBrowser()
    let narrow = try await world.redeem(
      try await world.signIn(in: &browser, ["scope": "openid"]), by: .housing
    ).tokens()
    #expect(try await world.userinfo(narrow.accessToken).json()["name"] == nil)
  }

  @Test func `only an access token is a bearer token`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    var browser = guest.browser
    let code = try await world.hop(to: .business, in: &browser)
    for other in [guest.tokens.idToken, guest.tokens.refreshToken, code] {
      #expect(await world.userinfo(try #require(other)).refusal == .bearerInvalid)
    }
    for header in ["Basic x", "Bearer", "Bearer ", guest.tokens.accessToken, "Bearer  \(guest.tokens.accessToken)"] {
      #expect(await world.provider.userinfo(bearer: .header(header)).refusal == .bearerInvalid, "\(header)")
    }
  }

  @Test func `a token is over at its exp and not before`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    world.clock.move(299)
    #expect(try await world.isLive(guest.tokens, at: .housing))
    world.clock.move(1)
    #expect(try await !world.isLive(guest.tokens, at: .housing))
  }

  @Test func `introspection tells those whom the token concerns, and others nothing`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    let told = try await world.introspect(guest.tokens.accessToken, by: .housing).json()
    let claims = try world.accessClaims(guest.tokens)
    #expect(told["active"]?.bool == true)
    #expect(told["sub"]?.string == claims.subject)
    #expect(told["sid"]?.string == claims.sessionHandle)
    #expect(told["client_id"]?.string == "housing")
    #expect(try await world.introspect(guest.tokens.accessToken, by: .business).text == "{\"active\":false}")
    #expect(try await world.introspect("garbage", by: .housing).text == "{\"active\":false}")
    #expect(try await world.introspect(guest.tokens.idToken, by: .housing).isActive == false)
    try await world.change(.business) { $0.audience = "housing" }
    #expect(try await world.introspect(guest.tokens.accessToken, by: .business).isActive == false)
    let called = try Office.business.id()
    try await world.change(.housing) { $0.mayCall = [called] }
    #expect(try await world.introspect(guest.tokens.accessToken, by: .business).isActive == true)
  }

  @Test func `introspection knows refresh tokens of the asker alone`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    let told = try await world.introspect(guest.tokens.refreshToken, by: .housing).json()
    #expect(told["active"]?.bool == true)
    #expect(told["sub"]?.string == (try world.accessClaims(guest.tokens).subject))
    #expect(try await world.introspect(guest.tokens.refreshToken, by: .business).isActive == false)
    // Asking is no presentation: nothing has ended.
    #expect(try await world.introspect(guest.tokens.refreshToken, by: .housing).isActive == true)
  }

  @Test(arguments: [Office.housing, .business, .portal, .registry])
  func `a revoked refresh token ends the participation, whatever kind the department is`(office: Office) async throws {
    let world = try await World()
    let guest = try await world.guest(at: office)
    #expect(try await world.revoke(guest.tokens.refreshToken, by: office).status == 200)
    #expect(await world.userinfo(guest.tokens.accessToken).refusal == .bearerInvalid)
    #expect(try await world.refresh(guest.tokens.refreshToken, by: office).refusal == .refreshTokenInvalid)
    #expect(try await world.revoke(guest.tokens.refreshToken, by: office).status == 200)
    #expect(await world.provider.home(guest.browser.origin).home?.personName == Citizen.zhangWei.name)
  }

  @Test func `a rotated token that was replaced ends the participation too`() async throws {
    let world = try await World()
    let first = try await world.guest(at: .portal).tokens.refreshToken
    let next = try await world.refresh(first, by: .portal).tokens()
    #expect(try await world.revoke(first, by: .portal).status == 200)
    #expect(try await world.refresh(next.refreshToken, by: .portal).refusal == .refreshTokenInvalid)
  }

  @Test func `a revoked access token ends alone`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    let other = try await world.refresh(guest.tokens.refreshToken, by: .housing).tokens()
    #expect(try await world.revoke(guest.tokens.accessToken, by: .housing).status == 200)
    #expect(try await !world.isLive(guest.tokens, at: .housing))
    #expect(try await world.isLive(other, at: .housing))
    let epoch = try await world.store.epoch()
    #expect(try await world.revoke(guest.tokens.accessToken, by: .housing).status == 200)
    #expect(try await world.store.epoch() == epoch)
  }

  @Test func `another department at the revocation endpoint changes nothing`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    for token in [guest.tokens.accessToken, guest.tokens.refreshToken] {
      #expect(try await world.revoke(token, by: .business).refusal == .tokenOfAnotherDepartment)
    }
    #expect(try await world.isLive(guest.tokens, at: .housing))
    #expect(try await world.refresh(guest.tokens.refreshToken, by: .housing).status == 200)
    #expect(try await world.store.epoch() == 0)
  }

  @Test func `what is no token of ours is answered as revoked`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    for token in ["garbage", "a.b.c", guest.tokens.idToken] {
      #expect(try await world.revoke(token, by: .housing).status == 200)
    }
    #expect(try await world.isLive(guest.tokens, at: .housing))
  }

  @Test func `client_credentials gives a token for the department itself and no scope beyond its own`() async throws {
    let world = try await World()
    let token = try await world.ownToken(.housing)
    #expect(try await world.introspect(token, by: .housing).json()["sub_type"]?.string == "department")
    let person = try await world.token(.housing, [("grant_type", "client_credentials"), ("scope", "openid")])
    #expect(person.refusal == .scopeExceeded)
    let foreign = try await world.token(.clerk, [("grant_type", "client_credentials"), ("scope", "revocation")])
    #expect(foreign.refusal == .scopeExceeded)
  }
}
