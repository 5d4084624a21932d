import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

/// Refresh tokens: they live and die with the session.
@Suite struct RefreshTests {
  @Test func `a steady token stays, and each refresh gives a new ID token of the same login`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    world.clock.move(299)
    let next = try await world.refresh(guest.tokens.refreshToken, by: .housing).tokens()
    #expect(next.refreshToken == guest.tokens.refreshToken)
    let (old, new) = (try world.identityClaims(guest.tokens), try world.identityClaims(next))
    #expect(new.issuedAt == world.clock.now.seconds)
    #expect(new.authenticationTime == old.authenticationTime && new.subject == old.subject)
    #expect(new.sessionHandle == old.sessionHandle)
    #expect(new.nonce == nil)
  }

  @Test func `a rotating token's lost reply is given again, for a minute and while its successor is unused`()
    async throws
  {
    let world = try await World()
    let first = try await world.guest(at: .portal).tokens.refreshToken
    let second = try await world.refresh(first, by: .portal).tokens().refreshToken
    #expect(second != first)
    world.clock.move(60)
    #expect(try await world.refresh(first, by: .portal).tokens().refreshToken == second)
    world.clock.move(1)
    #expect(try await world.refresh(first, by: .portal).refusal == .refreshTokenReused)
    #expect(try await world.refresh(second, by: .portal).refusal == .refreshTokenInvalid)
  }

  @Test func `a token that was replaced twice ends the participation`() async throws {
    let world = try await World()
    let guest = try await world.guest(at: .portal)
    let second = try await world.refresh(guest.tokens.refreshToken, by: .portal).tokens().refreshToken
    let third = try await world.refresh(second, by: .portal).tokens()
    #expect(try await world.refresh(guest.tokens.refreshToken, by: .portal).refusal == .refreshTokenReused)
    #expect(await world.userinfo(third.accessToken).refusal == .bearerInvalid)
    #expect(try await world.refresh(third.refreshToken, by: .portal).refusal == .refreshTokenInvalid)
  }

  @Test(arguments: [(Office.housing, Office.business), (.portal, .housing), (.housing, .portal)])
  func `a token in another department's hands has leaked: refused, and the participation ends`(
    owner: Office, other: Office
  ) async throws {
    let world = try await World()
    let guest = try await world.guest(at: owner)
    #expect(try await world.refresh(guest.tokens.refreshToken, by: other).refusal == .refreshTokenOfAnotherDepartment)
    #expect(await world.userinfo(guest.tokens.accessToken).refusal == .bearerInvalid)
    #expect(try await world.refresh(guest.tokens.refreshToken, by: owner).refusal == .refreshTokenInvalid)
    #expect(await world.provider.home(guest.browser.origin).home?.personName == Citizen.zhangWei.name)
  }

  @Test func `after thirty idle minutes nothing is refreshed, and the person is asked again`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    let idle = world.policy.sessionIdle
    world.clock.move(Seconds(idle.value - 1))
    #expect(try await world.refresh(guest.tokens.refreshToken, by: .housing).status == 200)
    // The refresh was activity: the half hour begins anew.
    world.clock.move(Seconds(idle.value - 1))
    #expect(try await world.refresh(guest.tokens.refreshToken, by: .housing).status == 200)
    world.clock.move(idle)
    #expect(try await world.refresh(guest.tokens.refreshToken, by: .housing).refusal == .sessionEnded)
    let again = await world.provider.authorize(world.request(.business), guest.browser.origin)
    #expect(again.path == "/login")
  }

  @Test func `a rotating token is idle after thirty minutes as well`() async throws {
    let world = try await World()
    let guest = try await world.guest(at: .portal)
    world.clock.move(world.policy.sessionIdle)
    #expect(try await world.refresh(guest.tokens.refreshToken, by: .portal).refusal == .sessionEnded)
  }

  @Test func `no token outlives the twelve hours of its session, however active it is`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    let end = world.clock.now + world.policy.sessionAbsolute
    while world.clock.now + .minutes(20) < end {
      world.clock.move(.minutes(20))
      #expect(try await world.refresh(guest.tokens.refreshToken, by: .housing).status == 200)
    }
    world.clock.move(Seconds((end - world.clock.now).value - 10))
    let last = try await world.refresh(guest.tokens.refreshToken, by: .housing).tokens()
    #expect(last.expiresIn == 10)
    #expect(try world.accessClaims(last).expires == end.seconds)
    #expect(try world.identityClaims(last).expires == end.seconds)
    world.clock.move(10)
    #expect(try await world.refresh(guest.tokens.refreshToken, by: .housing).refusal == .sessionEnded)
    #expect(await world.userinfo(last.accessToken).refusal == .bearerInvalid)
    #expect(await world.provider.home(guest.browser.origin).home?.personName == nil)
  }

  @Test func `the scope of a refresh may shrink, is said, and never grows`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    let narrow = try await world.refresh(guest.tokens.refreshToken, by: .housing, scope: "openid email").tokens()
    #expect(narrow.scope == "openid email")
    let whole = try await world.refresh(guest.tokens.refreshToken, by: .housing).tokens()
    #expect(whole.scope == "openid profile phone email")
    try await world.change(.housing) { $0.scopes.remove(.email) }
    let left = try await world.refresh(guest.tokens.refreshToken, by: .housing).tokens()
    #expect(left.scope == "openid profile phone")
    #expect(try await world.refresh(guest.tokens.refreshToken, by: .housing, scope: "email").refusal == .scopeExceeded)
  }

  @Test func `offline_access is accepted and not granted`() async throws {
    let world = try await World()
    try await world.change(.housing) { $0.scopes.insert(.offlineAccess) }
    var browser = TestBrowser()
    let code = try await world.signIn(in: &browser, ["scope": "openid offline_access"])
    #expect(try await world.redeem(code, by: .housing).tokens().scope == "openid")
  }

  enum Ending: CaseIterable { case signOut, password, disabledPerson, session, everything, department }

  @Test(arguments: Ending.allCases)
  func `whatever ends the session, the refresh token dies with it`(ending: Ending) async throws {
    let world = try await World()
    let guest = try await world.guest()
    let person = try await world.person(.zhangWei)
    switch ending {
    case .signOut:
      _ = await world.provider.endSession(form([("id_token_hint", guest.tokens.idToken)]), guest.browser.origin)
    case .password: try await world.store.setPassword(person, hash: "new", end: world.order(.person(person.id)))
    case .disabledPerson: try await world.store.setEnabled(person, false, end: world.order(.person(person.id)))
    case .session: _ = try await world.store.end(world.order(.person(person.id)))
    case .everything: _ = try await world.store.end(world.order(.everything))
    case .department: _ = try await world.store.end(world.order(.department(try Office.housing.id())))
    }
    #expect(try await world.refresh(guest.tokens.refreshToken, by: .housing).status == 400)
    #expect(try await !world.isLive(guest.tokens, at: .housing))
  }

  @Test func `every prefix and every changed character of a refresh token is none`() async throws {
    let world = try await World()
    let token = try #require(try await world.guest().tokens.refreshToken)
    for place in 0..<token.utf8.count {
      var bytes = Array(token.utf8)
      bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      let changed = String(decoding: bytes, as: UTF8.self)
      #expect(try await world.refresh(changed, by: .housing).refusal == .refreshTokenInvalid)
      #expect(try await world.refresh(String(token.prefix(place)), by: .housing).status == 400)
    }
    #expect(try await world.refresh(token, by: .housing).status == 200)
  }
}
