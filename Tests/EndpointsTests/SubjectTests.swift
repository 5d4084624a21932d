import OneDoorCrypto
import OneDoorEndpoints
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import Testing

/// By what a department knows a person, and userinfo that says who made it.
@Suite struct SubjectTests {
  private func sub(_ world: World, at office: Office, in browser: inout TestBrowser) async throws -> String {
    let tokens = try await world.redeem(try await world.hop(to: office, in: &browser), by: office).tokens()
    let access = try world.accessClaims(tokens).subject
    #expect(try world.identityClaims(tokens).subject == access)
    #expect(try await world.userinfo(tokens.accessToken).json()["sub"]?.string == access)
    let answer = try await world.introspect(tokens.refreshToken, by: office).json()
    #expect(answer["sub"]?.string == access)
    return access
  }

  @Test func `two departments of one sector see one sub, two public ones another, and all others their own`()
    async throws
  {
    let world = try await World()
    for office in [Office.housing, .business] { try await world.change(office) { $0.sector = "homes" } }
    for office in [Office.registry, .archive] { try await world.change(office) { $0.subjectType = .public } }
    var browser = TestBrowser()
    _ = try await world.signIn(in: &browser)
    let housing = try await sub(world, at: .housing, in: &browser)
    #expect(try await sub(world, at: .business, in: &browser) == housing)
    let open = try await sub(world, at: .registry, in: &browser)
    #expect(try await sub(world, at: .archive, in: &browser) == open)
    #expect(open != housing)
    // A hint is understood by the sub that the department was given.
    let tokens = try await world.redeem(try await world.hop(to: .registry, in: &browser), by: .registry).tokens()
    _ = try await world.hop(to: .registry, in: &browser, ["id_token_hint": tokens.idToken, "prompt": "none"])
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func `signed userinfo says who made it and for whom, and is no ID token`(algorithm: SignatureAlgorithm) async throws {
    let world = try await World()
    try await world.change(.housing) { $0.userinfoAlgorithm = algorithm }
    let tokens = try await world.guest().tokens
    let reply = await world.userinfo(tokens.accessToken)
    #expect(reply.status == 200 && reply.contentType == "application/jwt")
    let ring = KeyRing([world.keys.es256.jwk, world.keys.rs256.jwk])
    let jws = try UnverifiedJWS(compact: reply.text)
    #expect(jws.header.alg == algorithm.rawValue)
    let claims = try ring.verify(jws, type: TokenType.userinfo).claims()
    #expect(claims["iss"]?.string == World.issuer && claims["aud"]?.string == "housing")
    #expect(claims["sub"]?.string == (try world.identityClaims(tokens)).subject)
    #expect(claims["name"]?.string == Citizen.zhangWei.name)
    let hinted = await world.provider.authorize(
      world.request(.housing, ["id_token_hint": reply.text]), RequestOrigin())
    #expect(hinted["error"] == "invalid_request")
    #expect(await world.userinfo(reply.text).refusal == .bearerInvalid)
  }
}
