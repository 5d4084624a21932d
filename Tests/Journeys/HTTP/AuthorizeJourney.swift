import Foundation
import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

/// What the authorization endpoint answers to whom.
@Suite struct AuthorizeJourney {
  @Test func `what is wrong with client or redirect URI is a page, and leads nowhere`() async throws {
    let world = try await World.shared()
    let visitor = Visitor(world: world)
    let request = try AuthorizationRequest(world.registry.housing)
    let own = world.registry.housing.redirectURI
    let pages: [(String, AuthorizationRequest)] = [
      ("no client_id", request.with("client_id", nil)), ("unknown client", request.with("client_id", "nobody")),
      ("empty client", request.with("client_id", "")), ("capitals", request.with("client_id", "Housing")),
      ("client twice", request.again("client_id", "housing")), ("URI twice", request.again("redirect_uri", own)),
      ("no URI", request.with("redirect_uri", nil)),
      ("another's URI", request.with("redirect_uri", "https://business.example/cb")),
      ("machine", request.with("client_id", "machine")),
    ]
    for (what, request) in pages {
      for answer in [
        try await visitor.ask(request),
        try await visitor.http.post(world.issuer + "/authorize", form: request.parameters),
      ] {
        #expect(answer.status == 400, "\(what)")
        #expect(answer.location == nil, "\(what)")
        #expect(answer.page.title.hasPrefix("Error: "))
        #expect(answer.page.headings.count == 1)
        #expect(answer.header("content-type") == "text/html; charset=utf-8")
      }
    }
  }

  @Test
  func
    `CVE-2023-6291, CVE-2024-1132, CVE-2024-8883, CVE-2024-52289, CVE-2020-15233, -15234: only the exact bytes pass`()
    async throws
  {
    let world = try await World.shared()
    let visitor = Visitor(world: world)
    let registered = "https://housing.example/cb"
    var uris: Set<String> = [
      "https://housing.example/cb/", "https://housing.example/cb?", "https://housing.example/cb#",
      "https://housing.example/cb?x=1", "https://housing.example/cb2", "https://housing.example/cb;a",
      "https://housing.example/cb/../cb", "https://housing.example/..;/cb", "https://housing.example//cb",
      "https://housing.example/%63b", "https://housing.example/cb%2f", "https://housing.example/cb%00",
      "https://housing.example%2eevil.example/cb", "https://housing.example.evil.example/cb",
      "https://housing.example@evil.example/cb", "https://evil.example\\@housing.example/cb",
      "https://housing.example:443/cb", "https://HOUSING.example/cb", "HTTPS://housing.example/cb",
      "http://housing.example/cb", "https://housingxexample/cb", "https://hоusing.example/cb",
      "https://housing.example/ｃb", "https://housing.example /cb", " https://housing.example/cb",
      "https://housing.example/cb ", "https://housing.example/cb\n", "https://housing.example/cb\t",
      "//housing.example/cb", "/cb", "housing.example/cb", "javascript:alert(1)", "data:text/html,x",
      "https://housing.example/cb2?fixed=2", "https://housing.example/cb2", "https://housing.example/cb2?fixed=1&x=2",
    ]
    let bytes = Array(registered.utf8)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1
      uris.insert(String(decoding: changed, as: UTF8.self))
      uris.insert(String(decoding: bytes[..<place] + bytes[(place + 1)...], as: UTF8.self))
      uris.insert(String(decoding: bytes[..<place] + [bytes[place]] + bytes[place...], as: UTF8.self))
    }
    for uri in uris where uri != registered {
      let answer = try await visitor.ask(try AuthorizationRequest(world.registry.housing).with("redirect_uri", uri))
      #expect(answer.status == 400 && answer.location == nil, "\(uri)")
    }
    let app = world.registry.app
    for uri in [
      "http://127.0.0.1:8080/cb/", "http://127.0.0.1:8080/CB", "http://127.0.0.1:0/cb", "http://127.0.0.1:99999/cb",
      "http://127.0.0.1:/cb", "http://127.0.0.1:80x/cb", "http://127.0.0.2/cb", "http://127.1/cb",
      "http://localhost/cb", "http://localhost:3457/cb", "http://LOCALHOST:3456/cb", "http://localhost:3456@evil/cb",
      "http://127.0.0.1:1@evil.example/cb", "https://127.0.0.1/cb", "http://[::1]/cb?", "http://[::0]/cb",
      "com.example.app:/cb2", "com.example.app://cb", "COM.example.app:/cb", "https://spa.example:8443/cb",
    ] {
      let answer = try await visitor.ask(try AuthorizationRequest(app).with("redirect_uri", uri))
      #expect(answer.status == 400 && answer.location == nil, "\(uri)")
    }
  }

  @Test func `everything else that is wrong goes to the department, with its state and our name`() async throws {
    let world = try await World.shared()
    let visitor = Visitor(world: world)
    let request = try AuthorizationRequest(world.registry.housing)
    let long = String(repeating: "n", count: 129)
    let rows: [(String, String, AuthorizationRequest)] = [
      ("no response_type", "invalid_request", request.with("response_type", nil)),
      ("unknown response_mode", "invalid_request", request.with("response_mode", "web_message")),
      ("claims that are none", "invalid_request", request.with("claims", "[]")),
      (
        "an acr that cannot be met", "unmet_authentication_requirements",
        request.with("claims", #"{"id_token":{"acr":{"essential":true,"value":"urn:nobody"}}}"#)
      ),
      ("fragment", "invalid_request", request.with("response_mode", "fragment")),
      ("request", "request_not_supported", request.with("request", "e30.e30.")),
      ("request_uri", "request_uri_not_supported", request.with("request_uri", "https://evil.example/")),
      ("nonce of 129 bytes", "invalid_request", request.with("nonce", long)),
      ("no challenge", "invalid_request", request.withoutPKCE),
      ("an empty challenge", "invalid_request", request.with("code_challenge", "")),
      ("method without challenge", "invalid_request", request.with("code_challenge", nil)),
      ("plain", "invalid_request", request.with("code_challenge_method", "plain")),
      ("no method", "invalid_request", request.with("code_challenge_method", nil)),
      ("s256", "invalid_request", request.with("code_challenge_method", "s256")),
      ("short challenge", "invalid_request", request.with("code_challenge", "abc")),
      ("no scope", "invalid_scope", request.with("scope", nil)),
      ("no openid", "invalid_scope", request.with("scope", "profile")),
      ("odd scope", "invalid_scope", request.with("scope", "openid \"x\"")),
      ("unknown prompt", "invalid_request", request.with("prompt", "create")),
      ("none and login", "invalid_request", request.with("prompt", "none login")),
      ("max_age of words", "invalid_request", request.with("max_age", "soon")),
      ("negative max_age", "invalid_request", request.with("max_age", "-1")),
      ("endless max_age", "invalid_request", request.with("max_age", "99999999999999999999")),
      ("a hint that is none", "invalid_request", request.with("id_token_hint", "x")),
      ("nobody is signed in", "login_required", request.with("prompt", "none")),
      ("scope twice", "invalid_request", request.again("scope", "openid")),
      ("nonce twice, once empty", "invalid_request", request.again("nonce", "")),
      ("an unknown one twice", "invalid_request", request.with("x", "1").again("x", "2")),
    ]
    for (what, code, request) in rows {
      let get = try await visitor.ask(request)
      let post = try await visitor.follow(
        try await visitor.http.post(world.issuer + "/authorize", form: request.parameters))
      for answer in [get, post] {
        #expect(answer.status == 303, "\(what)")
        #expect(answer.location?.hasPrefix(world.registry.housing.redirectURI + "?") == true, "\(what)")
        #expect(answer.locationQuery["error"] == code, "\(what)")
        #expect(answer.locationQuery["state"] == request.state, "\(what)")
        #expect(answer.locationQuery["iss"] == world.issuer, "\(what)")
        #expect(answer.locationQuery["code"] == nil, "\(what)")
      }
    }
    let stateTwice = try await visitor.ask(request.again("state", "other"))
    #expect(stateTwice.locationQuery["error"] == "invalid_request" && stateTwice.locationQuery["state"] == nil)
    let unknown = try await visitor.ask(request.with("unheard_of", "1").with("claims", "{}"))
    #expect(unknown.location?.contains("/login") == true)
  }

  @Test
  func `PKCE is what the registration says: or-nonce wants one of two, off wants nothing, and neither takes plain`()
    async throws
  {
    let world = try await World.shared()
    let visitor = Visitor(world: world)
    func goesOn(_ request: AuthorizationRequest) async throws -> Bool {
      try await visitor.ask(request).location?.hasPrefix(world.issuer + "/login") == true
    }
    let stock = try AuthorizationRequest(world.registry.stock)
    #expect(try await goesOn(stock))
    #expect(try await goesOn(stock.withoutPKCE))
    #expect(try await goesOn(stock.with("nonce", nil)))
    #expect(try await !goesOn(stock.withoutPKCE.with("nonce", nil)))
    let legacy = try AuthorizationRequest(world.registry.legacy).with("nonce", nil)
    #expect(try await goesOn(legacy))
    #expect(try await goesOn(legacy.withoutPKCE))
    for request in [stock, legacy, try AuthorizationRequest(world.registry.app)] {
      #expect(try await !goesOn(request.with("code_challenge_method", "plain")))
      #expect(try await !goesOn(request.with("code_challenge_method", nil)))
      #expect(try await !goesOn(request.with("code_challenge", nil)))
    }
  }

  @Test func `a POST is checked and sent round as a GET, with the request sealed`() async throws {
    let world = try await World.shared()
    let visitor = Visitor(world: world)
    let request = try AuthorizationRequest(world.registry.housing)
    let posted = try await visitor.http.post(world.issuer + "/authorize", form: request.parameters)
    #expect(posted.status == 303)
    let next = try #require(posted.header("location"))
    #expect(next.hasPrefix("/authorize?j="))
    #expect(!next.contains(request.state))
    let answer = try await visitor.submit(try await visitor.follow(posted), try world.newPerson())
    #expect(answer.locationQuery["state"] == request.state)
    let code = try #require(answer.locationQuery["code"])
    #expect(try await world.token(request.redemption(code), by: world.registry.housing).status == 200)
    let both = try await visitor.http.get(try #require(posted.location) + "&prompt=none")
    #expect(both.status == 400 && both.location == nil)
  }
}
