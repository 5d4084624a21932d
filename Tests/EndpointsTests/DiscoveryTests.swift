import OneDoorEndpoints
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import Testing

/// What the provider says of itself, and what it never says.
@Suite struct DiscoveryTests {
  @Test func `metadata names the issuer, every endpoint under it, and exactly what works`() async throws {
    let world = try await World()
    let document = try #require(try JSON.parse(world.provider.discovery).object)
    #expect(document["issuer"]?.string == World.issuer)
    let paths = document.members.compactMap { $0.value.string }.filter { $0.hasPrefix(World.issuer + "/") }
    #expect(paths.count == 9)
    for path in paths { #expect(EndpointPath(rawValue: String(path.dropFirst(World.issuer.count))) != nil) }
    func list(_ name: String) -> [String] { document[name]?.array?.compactMap(\.string) ?? [] }
    #expect(list("grant_types_supported") == ["authorization_code", "refresh_token", "client_credentials"])
    #expect(list("code_challenge_methods_supported") == ["S256"])
    #expect(list("response_types_supported") == ["code"])
    #expect(list("subject_types_supported") == ["pairwise", "public"])
    #expect(list("userinfo_signing_alg_values_supported") == list("id_token_signing_alg_values_supported"))
    #expect(list("prompt_values_supported") == ["none", "login", "consent", "select_account"])
    #expect(!list("introspection_endpoint_auth_methods_supported").contains("none"))
    #expect(document["request_parameter_supported"]?.bool == false)
    #expect(document["request_uri_parameter_supported"]?.bool == false)
    #expect(document["authorization_response_iss_parameter_supported"]?.bool == true)
  }

  @Test func `the key set holds every public key, of the two kinds stock software knows, and nothing private`()
    async throws
  {
    let world = try await World()
    let text = String(decoding: world.provider.jwks, as: UTF8.self)
    let keys = try JWKSet.parse(world.provider.jwks)
    let expected = [world.keys.es256, world.keys.rs256, world.keys.revocation].map(\.kid)
    #expect(Set(keys.compactMap(\.kid)) == Set(expected))
    #expect(!text.contains("\"d\""))
  }

  @Test func `a new key signs, and tokens of the old one stay valid while it is published`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    world.provider.replaceKeys(
      world.keys.provider(token: [world.keys.stranger, world.keys.rs256], publicOnly: [world.keys.es256.jwk]))
    #expect(await world.userinfo(guest.tokens.accessToken).status == 200)
    let next = try await world.refresh(guest.tokens.refreshToken, by: .housing).tokens()
    let ring = KeyRing([world.keys.stranger.jwk])
    #expect(throws: Never.self) {
      try ring.verify(try UnverifiedJWS(compact: next.accessToken), type: TokenType.accessToken)
    }
    world.provider.replaceKeys(world.keys.provider(token: [world.keys.stranger, world.keys.rs256]))
    #expect(await world.userinfo(guest.tokens.accessToken).refusal == .bearerInvalid)
  }

  @Test func `only origins of enabled public departments may call from a page`() async throws {
    let world = try await World()
    #expect(world.provider.publicOrigin("https://portal.example"))
    for origin in ["http://localhost:8081", "https://portal.example.evil", "null", "", "https://PORTAL.example"] {
      #expect(!world.provider.publicOrigin(origin), "\(origin)")
    }
    try await world.disable(.portal)
    #expect(!world.provider.publicOrigin("https://portal.example"))
  }

  @Test func `no password, cookie, code or token is in the log, whatever happens`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    _ = await world.submit(journey, .zhangWei, password: "a wrong password", in: &browser)
    let code = try await world.signIn(in: &browser)
    let tokens = try await world.redeem(code, by: .housing).tokens()
    for number in 0..<6 {
      world.store.fail(at: number)
      _ = try await world.refresh(tokens.refreshToken, by: .housing)
      _ = await world.userinfo(tokens.accessToken)
      _ = await world.provider.home(browser.origin)
      _ = await world.submit(journey, .zhangWei, in: &browser)
      world.store.heal()
    }
    #expect(world.log.text.contains("storage failed"))
    let secrets = [
      journey, code, tokens.accessToken, tokens.refreshToken, tokens.idToken, browser.session, browser.browser,
      browser.device, Citizen.zhangWei.password, "a wrong password", Citizen.zhangWei.name, Citizen.zhangWei.phone,
      Office.housing.secret, "zhang.wei",
    ]
    for secret in secrets { #expect(!world.log.text.contains(try #require(secret))) }
  }
}
