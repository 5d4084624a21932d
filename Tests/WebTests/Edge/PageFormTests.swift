import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import OneDoorWeb
import TestSupport
import Testing

@Suite struct PageFormTests {
  @Test func `parameters of a page come from the query of a GET and the body of a POST, never from both`() async throws
  {
    try await RunningEdge.run { edge async throws in
      _ = try await edge.client.get(edge.url("/authorize?client_id=a&state=%C3%BC+x"))
      #expect(edge.provider.last?.parameters == Parameters(["client_id": "a", "state": "ü x"]))
      _ = try await edge.client.post(edge.url("/authorize?client_id=b"), form: [("client_id", "a")])
      #expect(edge.provider.last?.endpoint == "authorizePost")
      #expect(edge.provider.last?.parameters == Parameters(["client_id": "a"]))
      _ = try await edge.client.post(
        edge.url("/login?j=other"), form: [("j", "jj"), ("username", "li na"), ("password", "p&=+%")])
      #expect(edge.provider.last?.journey == "jj")
      #expect(edge.provider.last?.details == ["li na", "p&=+%"])
    }
  }

  @Test func `the buttons of the continue page are told apart`() async throws {
    try await RunningEdge.run { edge async throws in
      _ = try await edge.client.post(edge.url("/continue"), form: [("j", "x"), ("choice", "continue")])
      #expect(edge.provider.last?.details == ["false"])
      _ = try await edge.client.post(edge.url("/continue"), form: [("j", "x"), ("choice", "another")])
      #expect(edge.provider.last?.details == ["true"])
      for form in [[("j", "x")], [("j", "x"), ("choice", "Continue")]] {
        #expect(try await edge.client.post(edge.url("/continue"), form: form).status == 400)
      }
      #expect(edge.provider.calls.count == 2)
    }
  }

  @Test func `new passwords arrive as they were typed`() async throws {
    try await RunningEdge.run { edge async throws in
      let typed = [("password", "p&=+%"), ("new_password", " 新 "), ("new_password_again", "x")]
      _ = try await edge.client.post(edge.url("/account/password"), form: typed)
      #expect(edge.provider.last?.endpoint == "submitAccountPassword")
      #expect(edge.provider.last?.details == ["p&=+%", " 新 ", "x"])
      _ = try await edge.client.post(edge.url("/login/password"), form: [("j", "jj")] + typed)
      #expect(edge.provider.last?.journey == "jj")
      #expect(edge.provider.last?.details == [" 新 ", "x"])
      _ = try await edge.client.get(edge.url("/account/password?j=notice"))
      #expect(edge.provider.last?.journey == "notice")
      let twice = typed + [("new_password", "y")]
      #expect(try await edge.client.post(edge.url("/account/password"), form: twice).status == 400)
    }
  }

  @Test func `the buttons of the sign-out page are told apart`() async throws {
    try await RunningEdge.run { edge async throws in
      for (form, departmentOnly) in [
        ([("j", "x")], "false"), ([("j", "x"), ("reach", "everywhere")], "false"),
        ([("j", "x"), ("reach", "department")], "true"),
      ] {
        _ = try await edge.client.post(edge.url("/signout"), form: form)
        #expect(edge.provider.last?.details == [departmentOnly])
      }
      #expect(try await edge.client.post(edge.url("/signout"), form: [("j", "x"), ("reach", "x")]).status == 400)
      #expect(edge.provider.calls.count == 3)
    }
  }

  @Test(arguments: [
    ("GET", "/authorize?a=%zz", ""), ("GET", "/authorize?a=%ff", ""), ("GET", "/login?j=a&j=b", ""),
    ("POST", "/login", "j=%00"), ("POST", "/login", "j=a&j=b"), ("POST", "/login", "j=a&password=a&password=b"),
    ("POST", "/signout", "j=a&j=a"), ("GET", "/authorize?" + String(repeating: "a&", count: 101), ""),
  ])
  func `what has two meanings or none is a page that says so`(
    method: String, target: String, body: String
  ) async throws {
    try await RunningEdge.run { edge async throws in
      // As bytes: client libraries mend such targets.
      let reply = try await edge.raw(
        "\(method) \(target) HTTP/1.1\r\nHost: \(edge.host)\r\nConnection: close\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
      #expect(reply.status == 400)
      #expect(reply.text.contains("text/html; charset=utf-8"))
      #expect(edge.provider.calls.isEmpty)
    }
  }

  @Test(
    arguments: [
      ([("sec-fetch-site", "same-origin")], false), ([("sec-fetch-site", "none")], false), ([], false),
      ([("sec-fetch-site", "cross-site")], true), ([("sec-fetch-site", "same-site")], true),
      ([("sec-fetch-site", "")], true), ([("origin", "https://evil.example")], true), ([("origin", "null")], false),
      ([("sec-fetch-site", "same-origin"), ("origin", "null")], false),
      ([("sec-fetch-site", "cross-site"), ("origin", "@")], true), ([("origin", "@")], false),
      ([("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site")], true),
    ] as [([(String, String)], Bool)])
  func `a form from another origin is known for one`(fields: [(String, String)], isCrossSite: Bool) async throws {
    try await RunningEdge.run { edge async throws in
      let headers = fields.map { ($0.0, $0.1 == "@" ? edge.origin : $0.1) }
      _ = try await edge.client.post(edge.url("/login"), form: [("j", "x")], headers: headers)
      #expect(edge.provider.last?.origin?.isCrossSitePost == isCrossSite)
      _ = try await edge.client.get(edge.url("/login?j=x"), headers: headers)
      #expect(edge.provider.last?.origin?.isCrossSitePost == false)
    }
  }

  @Test(arguments: PageRefusal.allCases)
  func `every refusal is a page with a reference that the log has too`(refusal: PageRefusal) async throws {
    let provider = ScriptedProvider {
      $0.browser = .page(.refusal(refusal, department: nil), status: refusal.status, retryAfter: nil, cookies: [])
    }
    try await RunningEdge.run(provider) { edge async throws in
      let reply = try await edge.client.get(edge.url("/login?j=secret-journey"))
      #expect(reply.status == refusal.status)
      let line = try #require(edge.log.lines.first { $0.contains("reason=\(refusal) ") })
      let reference = try #require(line.split(separator: " ").first { $0.hasPrefix("reference=") }?.dropFirst(10))
      #expect(reference.count == 8 && reply.text.contains(reference))
      #expect(!edge.log.lines.contains { $0.contains("secret-journey") })
    }
  }

  @Test func `there is a page for people where there is nothing, and JSON for software`() async throws {
    try await RunningEdge.run { edge async throws in
      let page = try await edge.client.get(edge.url("/nothing"), headers: [("accept", "text/html,*/*;q=0.8")])
      #expect(page.status == 404 && page.text.hasPrefix("<!doctype html>"))
      let json = try await edge.client.get(edge.url("/nothing"))
      #expect(json.status == 404 && json.text.contains(#""error":"invalid_request""#))
    }
  }
}
