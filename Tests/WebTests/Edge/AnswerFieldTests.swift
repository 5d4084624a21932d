import HTTPTypes
import OneDoorEndpoints
import OneDoorRules
import OneDoorWeb
import TestSupport
import Testing

@Suite struct AnswerFieldTests {
  static let housing = LocalizedName(english: "Housing Office", others: ["zh-Hans": "住房保障局"])

  static func signIn(formOrigin: String = "https://housing.example") -> BrowserOutcome {
    let view = SignInView(department: housing, journey: "jjj", formOrigin: formOrigin)
    return .page(.signIn(view), status: 200, retryAfter: nil, cookies: [])
  }

  static func formPost() -> BrowserOutcome {
    let view = FormPostView(
      department: housing, action: "https://housing.example/cb", fields: [("code", "c")],
      formOrigin: "https://housing.example")
    return .page(.formPost(view), status: 200, retryAfter: nil, cookies: [])
  }

  @Test func `every answer of every route has its kind's fields`() async throws {
    let provider = ScriptedProvider { $0.browser = Self.signIn() }
    try await RunningEdge.run(provider) { edge async throws in
      for route in Routes.provider {
        let reply = try await edge.client.send(route.methods.first?.rawValue ?? "GET", edge.url(route.path))
        #expect(reply.all("server") == ["OneDoor"], "\(route.path)")
        #expect(reply.all("x-content-type-options") == ["nosniff"])
        #expect(reply.all("referrer-policy") == ["no-referrer"])
        #expect(reply.all("date") == ["Wed, 18 May 2033 03:33:20 GMT"])
        #expect(reply.all("content-security-policy").count == 1)
        #expect(reply.all("strict-transport-security").isEmpty)
        let cache: String =
          switch route.kind {
          case .page, .api, .feed: "no-store"
          case .document: "public, max-age=3600"
          case .asset: "public, max-age=31536000, immutable"
          }
        #expect(reply.all("cache-control") == [cache], "\(route.path)")
      }
    }
  }

  @Test func `a page's policy lets its form end at the verified department alone`() async throws {
    let provider = ScriptedProvider { $0.browser = Self.signIn() }
    try await RunningEdge.run(provider) { edge async throws in
      let reply = try await edge.client.get(edge.url("/login?j=jjj"))
      #expect(
        reply.header("content-security-policy")
          == "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' https://housing.example; "
          + "frame-ancestors 'none'; base-uri 'none'")
      for hostile in ["https://a.example; script-src *", "https://a.example, b", "a\r\nb", "*", ""] {
        provider.change { $0.browser = Self.signIn(formOrigin: hostile) }
        let policy = try await edge.client.get(edge.url("/login?j=jjj")).header("content-security-policy")
        #expect(policy?.contains("form-action 'self'; frame-ancestors") == true, "\(hostile)")
      }
    }
  }

  @Test func `only the page that submits itself may run our script, and it leads to the department alone`()
    async throws
  {
    let provider = ScriptedProvider { $0.browser = Self.formPost() }
    try await RunningEdge.run(provider) { edge async throws in
      let reply = try await edge.client.get(edge.url("/authorize?client_id=housing"))
      #expect(
        reply.header("content-security-policy")
          == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action "
          + "https://housing.example; frame-ancestors 'none'; base-uri 'none'")
      let script = try await edge.client.get(edge.url(SubmitScript.path))
      #expect(script.header("content-type") == "text/javascript; charset=utf-8")
      #expect(script.bytes == SubmitScript.bytes)
    }
  }

  @Test func `https adds a year of strict transport`() async throws {
    try await RunningEdge.run(issuer: { _ in "https://id.example" }) { edge async throws in
      let reply = try await edge.raw("GET /jwks HTTP/1.1\r\nHost: id.example\r\nConnection: close\r\n\r\n")
      #expect(reply.text.lowercased().contains("strict-transport-security: max-age=31536000\r\n"))
    }
  }

  @Test func `a redirect is 303, and carries the policy too`() async throws {
    try await RunningEdge.run { edge async throws in
      let reply = try await edge.client.post(edge.url("/login"), form: [("j", "x")])
      #expect(reply.status == 303)
      #expect(reply.header("location") == "https://department.example/cb?code=x")
      #expect(reply.header("content-security-policy")?.contains("frame-ancestors 'none'") == true)
      #expect(reply.bytes.isEmpty)
    }
  }

  @Test func `a page speaks the language that was picked, asked for, or accepted`() async throws {
    let provider = ScriptedProvider { $0.browser = Self.signIn() }
    try await RunningEdge.run(provider) { edge async throws in
      let chinese = [("accept-language", "zh-CN,zh;q=0.9")]
      #expect(try await edge.client.get(edge.url("/login"), headers: chinese).text.contains("住房保障局"))
      let picked = try await edge.client.get(edge.url("/login?ui_locales=en"), headers: chinese)
      #expect(picked.text.contains("Housing Office"))
    }
  }

  @Test func `documents are cached by their bytes`() async throws {
    try await RunningEdge.run { edge async throws in
      let first = try await edge.client.get(edge.url("/jwks"))
      let etag = try #require(first.header("etag"))
      #expect(first.text == #"{"keys":[]}"# && first.header("content-type") == "application/json")
      let same = try await edge.client.get(edge.url("/jwks"), headers: [("if-none-match", "\"a\", W/\(etag)")])
      #expect(same.status == 304 && same.bytes.isEmpty && same.header("etag") == etag)
      edge.provider.change { $0.jwks = Array(#"{"keys":[1]}"#.utf8) }
      let changed = try await edge.client.get(edge.url("/jwks"), headers: [("if-none-match", etag)])
      #expect(changed.status == 200 && changed.text == #"{"keys":[1]}"# && changed.header("etag") != etag)
    }
  }

  @Test func `an API's own words arrive`() async throws {
    let provider = ScriptedProvider {
      $0.api = APIReply(status: 401, challenge: "Basic realm=\"OneDoor\"", retryAfter: 7, etag: "\"e\"")
    }
    try await RunningEdge.run(provider) { edge async throws in
      let reply = try await edge.client.post(edge.url("/token"), form: [("a", "b")])
      #expect(reply.status == 401 && reply.header("www-authenticate") == "Basic realm=\"OneDoor\"")
      #expect(reply.header("retry-after") == "7" && reply.header("etag") == "\"e\"")
      #expect(reply.header("content-type") == nil && reply.header("content-length") == "0")
    }
  }

  @Test func `ready tells a balancer by its status`() async throws {
    try await RunningEdge.run { edge async throws in
      #expect(try await edge.client.get(edge.url("/health/ready")).status == 200)
      edge.provider.change { $0.isReady = false }
      let reply = try await edge.client.get(edge.url("/health/ready"))
      #expect(reply.status == 503 && reply.header("retry-after") == "5")
      #expect(try await edge.client.get(edge.url("/health/live")).status == 200)
    }
  }
}
