import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

@Suite struct DepartmentPromises {
  @Test(arguments: Engine.allCases)
  func `a department comes back as it was registered`(_ engine: Engine) async throws {
    let world = try World(engine)
    let key = JWK(kid: "k1", publicKey: try PrivateKey.generate(.ES256).publicKey)
    let department = Department(
      id: try #require(DepartmentID("A-b_c.9")), version: 7, isEnabled: true,
      name: LocalizedName(english: "Housing Office", others: ["zh-Hans": "住房保障局", "fr": "Logement"]),
      redirectURIs: ["https://a.example/cb?x=1", "com.example.app:/cb"],
      postLogoutRedirectURIs: ["https://a.example/"], authentication: .privateKeyJWT,
      secretHashes: [World.random(32), World.random(32)], keys: [key, JWK(kid: nil, publicKey: key.publicKey)],
      idTokenAlgorithm: .ES256, accessTokenAlgorithm: .RS256, pkce: .orNonce,
      grants: [.authorizationCode, .refreshToken, .clientCredentials],
      scopes: [.openid, .profile, .email, .phone, .revocation], releasesClaimsInIDToken: true, refresh: .rotate,
      audience: "https://a.example/api", assertionAudience: .tokenEndpoint, sector: "sector",
      subjectType: .public, userinfoAlgorithm: .RS256, mayCall: [try #require(DepartmentID("business"))])
    try await world.store.add(department)
    #expect(try await world.store.department(department.id) == department)
    #expect(try await world.store.department(department.id) == department, "the second time from what was parsed")
    #expect(try await world.store.departments() == [department])
    let unknown = try #require(DepartmentID("other"))
    #expect(try await world.store.department(unknown) == nil)
  }

  @Test(arguments: Engine.allCases)
  func `an id is registered once`(_ engine: Engine) async throws {
    let world = try World(engine)
    let department = try await world.department()
    #expect(await refusal { try await world.store.add(department) } == .taken("department"))
  }

  @Test(arguments: Engine.allCases)
  func `a change raises the version and is refused on an older one`(_ engine: Engine) async throws {
    let world = try World(engine)
    var department = try await world.department()
    department.audience = "https://housing.example"
    let changed = try await world.store.update(department)
    #expect(changed.version == department.version + 1)
    #expect(try await world.store.department(department.id) == changed)
    #expect(await refusal { _ = try await world.store.update(department) } == .stale)
    #expect(try await world.store.department(department.id) == changed)
  }

  @Test(arguments: Engine.allCases)
  func `a change neither disables nor enables`(_ engine: Engine) async throws {
    let world = try World(engine)
    var department = try await world.department()
    department.isEnabled = false
    let changed = try await world.store.update(department)
    #expect(changed.isEnabled)
    #expect(try await world.store.department(department.id)?.isEnabled == true)
  }

  @Test(arguments: Engine.allCases)
  func `disabling ends every participation there and no other`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let other = try await world.department("business")
    let elsewhere = try await world.participate(joined.session, other)
    let id = joined.department.id
    try await world.store.setEnabled(id, false, end: world.order(.department(id), .departmentDisabled))
    let disabled = try #require(await world.store.department(id))
    #expect(!disabled.isEnabled)
    #expect(disabled.version == joined.department.version + 1)
    #expect(try await world.store.participation(joined.participation.handle) == nil)
    #expect(try await world.store.family(joined.family.family.id) == nil)
    #expect(try await world.store.participation(elsewhere.handle) != nil)
    #expect(try await world.store.session(joined.session.session.hash) != nil)
    #expect(try await world.store.epoch() == 1)

    try await world.store.setEnabled(id, false, end: world.order(.department(id)))
    #expect(try await world.store.epoch() == 1, "it stands so already")
    try await world.store.setEnabled(id, true, end: nil)
    let enabled = try #require(await world.store.department(id))
    #expect(enabled.isEnabled)
    #expect(try await world.store.participation(joined.participation.handle) == nil, "ended stays ended")
    let again = try await world.participate(joined.session, enabled)
    #expect(again.id != joined.participation.id)
    #expect(try await world.store.participation(again.handle) != nil)
    #expect(try await world.store.family(joined.family.family.id) == nil)
  }

  @Test(arguments: Engine.allCases)
  func `a department that is not there cannot be disabled`(_ engine: Engine) async throws {
    let world = try World(engine)
    let id = try #require(DepartmentID("nowhere"))
    #expect(await refusal { try await world.store.setEnabled(id, false, end: nil) } == .stale)
  }
}
