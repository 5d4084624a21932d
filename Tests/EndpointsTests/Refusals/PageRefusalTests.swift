import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import Testing

/// Every refusal that is shown as a page, each provoked by a request. The switch has no default.
@Suite struct PageRefusalTests {
  /// What only the HTTP edge refuses, before an endpoint is asked.
  static let refusedByTheEdge: Set<PageRefusal> = [.malformedParameters, .notFound]

  @Test(arguments: PageRefusal.allCases.filter { !refusedByTheEdge.contains($0) })
  func `every refusal is provoked, and is a page that leads nowhere`(refusal: PageRefusal) async throws {
    let world = try await World()
    let outcome = try await PageRefusalTests.provoke(refusal, in: world)
    #expect(outcome.refusal == refusal, "\(outcome)")
    #expect(outcome.status == refusal.status)
    #expect(outcome.location == nil)
    #expect((outcome.status == 503) == (outcome.retryAfter != nil))
  }

  static func provoke(_ refusal: PageRefusal, in world: World) async throws -> BrowserOutcome {
    var browser = TestBrowser()
    func ask(
      _ changes: [String: String?] = [:], adding: [(String, String?)] = [], at office: Office = .housing
    ) async -> BrowserOutcome {
      await world.provider.authorize(world.request(office, changes, adding: adding), RequestOrigin())
    }
    switch refusal {
    case .malformedParameters, .notFound: throw Unexpected("the edge refuses this")
    case .duplicateParameter: return await ask(adding: [("client_id", "housing")])
    case .unknownDepartment: return await ask(["client_id": "nobody"])
    case .departmentDisabled: return await ask(at: .closed)
    case .redirectURIMissing: return await ask(["redirect_uri": nil])
    case .redirectURIMismatch: return await ask(["redirect_uri": Office.housing.redirectURI + "/"])
    case .expiredJourney:
      let journey = try await world.begin(.housing, in: &browser)
      world.clock.move(world.policy.journeyLife)
      return await world.submit(journey, .zhangWei, in: &browser)
    case .foreignJourney:
      let journey = try await world.begin(.housing, in: &browser)
      var other = TestBrowser()
      _ = try await world.begin(.housing, in: &other)
      return await world.submit(journey, .zhangWei, in: &other)
    case .cookiesOff:
      let journey = try await world.begin(.housing, in: &browser)
      browser = TestBrowser()
      return await world.submit(journey, .zhangWei, in: &browser)
    case .crossSite:
      let journey = try await world.begin(.housing, in: &browser)
      return await world.provider.submitLogin(
        journey: journey, username: Citizen.zhangWei.rawValue, password: Citizen.zhangWei.password, browser.crossSite)
    case .hintInvalid: return await world.provider.endSession(form([("id_token_hint", "a.b.c")]), RequestOrigin())
    case .hintContradicted:
      let hint = try await world.guest().tokens.idToken
      return await world.provider.endSession(
        form([("id_token_hint", hint), ("client_id", "business")]), RequestOrigin())
    case .hintOfAnotherPerson:
      let hint = try await world.guest(.liNa).tokens.idToken
      return await world.provider.endSession(
        form([("id_token_hint", hint)]), try await world.guest(.zhangWei).browser.origin)
    case .postLogoutRedirectURIMismatch:
      let hint = try await world.guest().tokens.idToken
      return await world.provider.endSession(
        form([("id_token_hint", hint), ("post_logout_redirect_uri", "https://evil.example/")]), RequestOrigin())
    case .unavailable:
      let guest = try await world.guest()
      world.store.fail(at: 0)
      defer { world.store.heal() }
      return await world.provider.home(guest.browser.origin)
    case .internalFault:
      // A time before 1970 cannot be sealed.
      world.clock.move(Seconds(-World.start.seconds - 1))
      return await ask()
    }
  }
}
