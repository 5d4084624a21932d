import OneDoorCrypto
import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

/// A registration that changes while its department redeems or refreshes.
@Suite struct RegistrationChangedTests {
  enum Grant: CaseIterable, Sendable { case code, steadyRefresh, rotatingRefresh }

  /// The request that the grant ends in, made ready, and whose it is.
  private func ready(
    _ grant: Grant, in world: World
  ) async throws -> (office: Office, ask: @Sendable () async throws -> APIReply) {
    switch grant {
    case .code:
      var browser = TestBrowser()
      let code = try await world.signIn(in: &browser)
      return (.housing, { try await world.redeem(code, by: .housing) })
    case .steadyRefresh:
      let token = try await world.guest().tokens.refreshToken
      world.clock.move(.minutes(6))
      return (.housing, { try await world.refresh(token, by: .housing) })
    case .rotatingRefresh:
      let token = try await world.guest(at: .portal).tokens.refreshToken
      return (.portal, { try await world.refresh(token, by: .portal) })
    }
  }

  @Test(arguments: Grant.allCases)
  func `a change once is looked at, and what it stands on now decides`(_ grant: Grant) async throws {
    let world = try await World()
    let (office, ask) = try await ready(grant, in: world)
    world.store.meddle(try world.raisingVersion(of: office))
    let reply = try await ask()
    #expect(reply.status == 200, "\(reply.text)")
    #expect(world.store.meddlingLeft == 0)
  }

  @Test(arguments: Grant.allCases)
  func `a change twice is refused, and used nothing up`(_ grant: Grant) async throws {
    let world = try await World()
    let (office, ask) = try await ready(grant, in: world)
    let raised = try world.raisingVersion(of: office)
    world.store.meddle(raised, raised)
    #expect(try await ask().refusal == .grantUnsettled)
    #expect(try await ask().status == 200)
  }

  @Test(arguments: Grant.allCases)
  func `a department that may no longer have the grant is told so`(_ grant: Grant) async throws {
    let world = try await World()
    let (office, ask) = try await ready(grant, in: world)
    world.store.meddle(try world.changing(office) { $0.grants = [.clientCredentials] })
    #expect(try await ask().refusal == .grantNotRegistered)
  }

  @Test(arguments: [Grant.code, .steadyRefresh])
  func `a secret that is taken away meanwhile authenticates nobody`(_ grant: Grant) async throws {
    let world = try await World()
    let (office, ask) = try await ready(grant, in: world)
    world.store.meddle(try world.changing(office) { $0.secretHashes = [SHA256.hash([1])] })
    #expect(try await ask().refusal == .clientAuthenticationFailed)
  }

  @Test func `an assertion is used up once, however often its department is looked at`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let code = try await world.signIn(at: .registry, in: &browser)
    world.store.meddle(try world.raisingVersion(of: .registry))
    #expect(try await world.redeem(code, by: .registry).status == 200)
  }

  /// Disabling ends what the department holds, so that the refresh finds its family gone, and a redemption says so itself.
  @Test func `a department that is disabled meanwhile gets nothing`() async throws {
    for grant in Grant.allCases {
      let world = try await World()
      let (office, ask) = try await ready(grant, in: world)
      world.store.meddle(try world.disabling(office))
      let expected: TokenRefusal = grant == .code ? .sessionEnded : .clientUnknown
      #expect(try await ask().refusal == expected, "\(grant)")
      try await world.provider.reloadDepartments()
      #expect(try await ask().refusal == .clientUnknown, "\(grant)")
    }
  }
}
