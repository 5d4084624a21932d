import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

/// What is published is what works, no more and no less.
@Suite struct MetadataJourney {
  @Test func `both documents are the same, for everybody and for an hour`() async throws {
    let world = try await World.shared()
    let openid = try await world.http.get(world.issuer + "/.well-known/openid-configuration")
    let oauth = try await world.http.get(world.issuer + "/.well-known/oauth-authorization-server")
    #expect(openid.status == 200 && openid.bytes == oauth.bytes)
    #expect(openid.json["issuer"]?.string == world.issuer)
    for path in ["/.well-known/openid-configuration", "/jwks"] {
      let answer = try await world.http.get(world.issuer + path)
      #expect(answer.header("cache-control")?.contains("max-age=3600") == true)
      #expect(answer.header("content-type") == "application/json")
      let head = try await world.http.send("HEAD", world.issuer + path)
      #expect(head.status == 200 && head.bytes.isEmpty)
      #expect(head.header("content-length") == "\(answer.bytes.count)")
      let etag = try #require(answer.header("etag"))
      let again = try await world.http.get(world.issuer + path, headers: [("if-none-match", etag)])
      #expect(again.status == 304 && again.bytes.isEmpty)
    }
  }

  @Test func `every listed endpoint answers, and takes no other method`() async throws {
    let world = try await World.shared()
    let metadata = try await world.http.get(world.issuer + "/.well-known/openid-configuration").json
    let addresses = metadata.members.filter {
      $0.name.hasSuffix("_endpoint") || $0.name == "jwks_uri" || $0.name.hasPrefix("onedoor_")
    }
    #expect(addresses.count == 9)
    for (name, value) in addresses {
      let url = try #require(value.string)
      #expect(url.hasPrefix(world.issuer + "/"))
      for method in ["GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"] {
        let answer = try await world.http.send(method, url)
        #expect(![404, 500, 501].contains(answer.status), "\(method) \(name): \(answer.status)")
        if !["GET", "POST"].contains(method) {
          #expect(answer.status == 405, "\(method) \(name): \(answer.status)")
          #expect(answer.header("allow") != nil)
        }
      }
    }
    for path in [
      "/token/", "//token", "/%74oken", "/TOKEN", "/register", "/device", "/par", "/admin", "/metrics",
      "/admin/session/list", "/.well-known/", "/jwks/HS256", "/authorize/", "/health",
    ] {
      for method in ["GET", "POST"] {
        #expect(try await world.http.send(method, world.issuer + path).status == 404, "\(method) \(path)")
      }
    }
  }

  @Test func `what is listed as supported works, and only that`() async throws {
    let world = try await World.shared()
    let metadata = try await world.http.get(world.issuer + "/.well-known/openid-configuration").json
    func list(_ name: String) -> [String] { metadata[name]?.array?.compactMap(\.string) ?? [] }
    #expect(list("response_types_supported") == ["code"])
    #expect(list("response_modes_supported") == ["query", "form_post"])
    #expect(list("grant_types_supported").sorted() == ["authorization_code", "client_credentials", "refresh_token"])
    #expect(list("code_challenge_methods_supported") == ["S256"])
    #expect(list("subject_types_supported") == ["pairwise", "public"])
    #expect(list("userinfo_signing_alg_values_supported").sorted() == ["ES256", "RS256"])
    #expect(list("id_token_signing_alg_values_supported").sorted() == ["ES256", "RS256"])
    #expect(
      list("token_endpoint_auth_methods_supported").sorted()
        == ["client_secret_basic", "client_secret_post", "none", "private_key_jwt"])
    #expect(!list("introspection_endpoint_auth_methods_supported").contains("none"))
    #expect(metadata["request_parameter_supported"] == false)
    #expect(metadata["request_uri_parameter_supported"] == false)
    #expect(metadata["authorization_response_iss_parameter_supported"] == true)
    #expect(metadata["claims_parameter_supported"] == true)
    #expect(list("claims_supported").contains("phone_number_verified") && list("claims_supported").contains("acr"))
    let visitor = Visitor(world: world)
    let request = try AuthorizationRequest(world.registry.housing)
    for type in list("response_types_supported") {
      #expect(try await visitor.ask(request.with("response_type", type)).location?.contains("/login") == true)
    }
    for mode in list("response_modes_supported") {
      #expect(try await visitor.ask(request.with("response_mode", mode)).location?.contains("/login") == true)
    }
    for prompt in list("prompt_values_supported") where prompt != "none" {
      #expect(try await visitor.ask(request.with("prompt", prompt)).location?.contains("/login") == true)
    }
    let keys = try JWKSet.parse(try await world.http.get(world.issuer + "/jwks").bytes)
    #expect(Set(keys.map(\.alg.rawValue)) == ["ES256", "RS256"])
    let entries = try #require(try await world.http.get(world.issuer + "/jwks").json["keys"]?.array)
    #expect(entries.allSatisfy { entry in ["d", "p", "q", "k"].allSatisfy { entry.object?[$0] == nil } })
    // 3072 bits are 384 bytes, 512 letters of base64url.
    #expect(entries.allSatisfy { $0.object?["n"]?.string.map { $0.utf8.count == 512 } ?? true })
  }

  @Test(arguments: [
    "token", "id_token", "code token", "code id_token", "token code", "id_token token", "code id_token token", "none",
    "CODE", "Code", " code", "code ", "code,token", "code+token", "code\ttoken", "code\u{0}", "ｃode", "code code",
    "password", "implicit",
  ])
  func `CVE-2026-9792, CVE-2026-7571: no response type but code, in any spelling`(type: String) async throws {
    let world = try await World.shared()
    let request = try AuthorizationRequest(world.registry.housing).with("response_type", type)
    let answer = try await Visitor(world: world).ask(request)
    if type.contains("\u{0}") {
      #expect(answer.status == 400 && answer.location == nil)
    } else {
      #expect(answer.locationQuery["error"] == "unsupported_response_type")
    }
  }

  @Test(arguments: [
    "password", "PASSWORD", "Password", "password ", " password", "implicit",
    "urn:ietf:params:oauth:grant-type:password",
    "urn:ietf:params:oauth:grant-type:token-exchange", "urn:ietf:params:oauth:grant-type:jwt-bearer",
    "urn:ietf:params:oauth:grant-type:saml2-bearer", "urn:ietf:params:oauth:grant-type:device_code",
    "urn:openid:params:grant-type:ciba", "client_credentials ", "Client_Credentials", "client-credentials",
    "authorization_code,password", "refresh_token password", "pаssword", "none", "*",
  ])
  func `CVE-2026-9792, CVE-2026-7571: no grant but those listed, in any spelling`(grant: String) async throws {
    let world = try await World.shared()
    let person = world.registry.persons[0]
    let form = [
      ("grant_type", grant), ("username", person.login), ("password", person.password), ("scope", "openid"),
      ("assertion", "e30.e30.AA"), ("subject_token", "e30.e30.AA"),
    ]
    let answer = try await world.token(form, by: world.registry.housing)
    #expect(answer.status == 400 && answer.error == "unsupported_grant_type")
    let twice = try await world.token(form + [("grant_type", "client_credentials")], by: world.registry.housing)
    #expect(twice.status == 400 && twice.error == "invalid_request")
    let none = try await world.token(form.filter { $0.0 != "grant_type" }, by: world.registry.housing)
    #expect(none.status == 400 && none.error == "invalid_request")
  }
}
