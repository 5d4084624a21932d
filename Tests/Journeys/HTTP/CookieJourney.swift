import OneDoorJOSE
import TestSupport
import Testing

/// Cookies and the fields of every page.
@Suite struct CookieJourney {
  @Test func `the cookies have the attributes that protect them, and no end but the browser's`() async throws {
    let world = try await World.shared()
    let visitor = Visitor(world: world)
    let asked = try await visitor.ask(try AuthorizationRequest(world.registry.housing))
    let browser = try #require(asked.all("set-cookie").compactMap { CookieJar.parse($0, host: "localhost") }.first)
    #expect(asked.all("set-cookie").count == 1 && browser.name == "onedoor-browser")
    let page = try await visitor.follow(asked)
    #expect(page.all("set-cookie").isEmpty)
    let answer = try await visitor.submit(page, try world.newPerson())
    let set = answer.all("set-cookie").compactMap { CookieJar.parse($0, host: "localhost") }
    #expect(set.map(\.name).sorted() == ["onedoor", "onedoor-device"])
    for cookie in set + [browser] {
      #expect(cookie.isHTTPOnly && cookie.sameSite == "Lax" && cookie.path == "/" && cookie.domain == nil)
      // http on loopback: no Secure. The tests of the edge have https with __Host-.
      #expect(!cookie.isSecure && cookie.expires == nil)
      #expect(cookie.maxAge == (cookie.name == "onedoor-device" ? 400 * 86_400 : nil))
      #expect(cookie.value.utf8.count <= 4096)
    }
    // 256 bits behind a version and a cell byte.
    let session = try #require(set.first { $0.name == "onedoor" })
    #expect(session.value.utf8.count >= 43)
  }

  @Test func `every page says what browsers must not do with it`() async throws {
    let world = try await World.shared()
    let visitor = Visitor(world: world)
    let housing = world.registry.housing
    let signIn = try await visitor.visit(try AuthorizationRequest(housing))
    let wrong = try await visitor.submit(signIn, try world.newPerson(), password: "not-the-password")
    var pages = [signIn, wrong, try await visitor.http.get(world.issuer + "/")]
    pages.append(try await visitor.http.get(world.issuer + "/authorize"))
    pages.append(try await visitor.http.get(world.issuer + "/nothing", headers: [("accept", "text/html")]))
    _ = try await visitor.submit(signIn, try world.newPerson())
    pages.append(try await visitor.http.get(world.issuer + "/"))
    pages.append(try await visitor.visit(try AuthorizationRequest(housing).with("prompt", "consent")))
    let question = try await visitor.http.get(world.issuer + "/end_session")
    pages += [question, try await visitor.press("Sign out everywhere", on: question)]
    for page in pages {
      let policy = try #require(page.header("content-security-policy"))
      for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
        #expect(policy.contains(part), "\(page.url.prefix(60))")
      }
      #expect(!policy.contains("unsafe") && !policy.contains("script-src"))
      #expect(page.header("x-content-type-options") == "nosniff")
      #expect(page.header("referrer-policy") == "no-referrer")
      #expect(page.header("cache-control") == "no-store")
      #expect(page.header("server")?.contains(where: \.isNumber) != true)
      #expect(page.page.headings.filter { !$0.contains("problem") }.count == 1)
      #expect(page.bytes.count <= 20_000)
      let names = page.page.elements.map(\.name)
      #expect(!names.contains("script"))
      let attributes = page.page.elements.flatMap(\.attributes.keys)
      #expect(!attributes.contains { $0 == "style" || $0.hasPrefix("on") })
    }
    #expect(signIn.header("content-security-policy")?.contains("form-action 'self' https://housing.example;") == true)
    #expect(pages[3].header("content-security-policy")?.contains("form-action 'self';") == true)
  }

  @Test func `CVE-2026-7507, CVE-2024-7341, CVE-2024-28197: a planted cookie is worth nothing after a login`()
    async throws
  {
    let world = try await World.shared()
    let housing = world.registry.housing
    let attacker = Visitor(world: world)
    try await attacker.tokens(at: housing, as: try world.newPerson())
    let planted = try #require(attacker.sessionCookie)
    let victim = Visitor(world: world)
    victim.http.cookies.set(TestCookie(name: "onedoor", value: planted, host: "localhost"))
    let page = try await victim.visit(try AuthorizationRequest(housing).with("prompt", "login"))
    let person = try world.newPerson()
    _ = try await victim.submit(page, person)
    #expect(victim.sessionCookie != planted)
    let old = try await world.http.get(world.issuer + "/", headers: [("cookie", "onedoor=\(planted)")])
    #expect(old.page.headings == ["You are not signed in"])
    // Twice the same name: somebody has planted one of them.
    let two = "onedoor=\(victim.sessionCookie ?? ""); onedoor=\(planted)"
    let doubled = try await world.http.get(world.issuer + "/", headers: [("cookie", two)])
    #expect(doubled.page.headings == ["You are not signed in"])
  }

  @Test func `CVE-2025-64101, CVE-2026-33495: forged forwarding fields and hosts change neither issuer nor links`()
    async throws
  {
    let world = try await World.shared()
    let forged = [
      ("forwarded", "for=1.2.3.4;host=evil.example;proto=https"), ("x-forwarded-host", "evil.example"),
      ("x-forwarded-proto", "https"), ("x-forwarded-for", "1.2.3.4"), ("x_forwarded_host", "evil.example"),
      ("x-original-url", "/token"), ("x-rewrite-url", "/token"),
    ]
    let metadata = try await world.http.get(world.issuer + "/.well-known/openid-configuration", headers: forged)
    #expect(metadata.json["issuer"]?.string == world.issuer && !metadata.text.contains("evil"))
    let asked = try await world.http.get(
      try AuthorizationRequest(world.registry.housing).url(world), headers: forged)
    #expect(asked.header("location")?.hasPrefix("/login?") == true)
    let other = try await RawConnection(port: world.port)
    try await other.send("GET /jwks HTTP/1.1\r\nHost: 127.0.0.1:\(world.port)\r\nConnection: close\r\n\r\n")
    let moved = try await other.readToEnd()
    #expect(moved.status == 308 && moved.text.lowercased().contains("location: \(world.issuer)/jwks\r\n"))
  }
}
