import OneDoorEndpoints
import OneDoorMessages
import OneDoorWeb
import TestSupport
import Testing

@Suite struct APIFormTests {
  static let form = "application/x-www-form-urlencoded"

  @Test(arguments: [form, "application/x-www-form-urlencoded; charset=UTF-8", "Application/X-WWW-Form-Urlencoded ;a=b"])
  func `a form is a form by its type`(type: String) async throws {
    try await RunningEdge.run { edge async throws in
      for path in ["/token", "/introspect", "/revoke"] {
        let reply = try await edge.client.send(
          "POST", edge.url(path + "?token=query"), headers: [("content-type", type), ("authorization", "Basic x")],
          body: Array("grant_type=a&empty=".utf8))
        #expect(reply.status == 200)
        #expect(edge.provider.last?.parameters == Parameters(["grant_type": "a", "empty": ""]))
        #expect(edge.provider.last?.details == ["Basic x"])
      }
    }
  }

  @Test(
    arguments: [
      ([("content-type", "application/json")], "{}"), ([("content-type", "multipart/form-data")], "a=b"), ([], "a=b"),
      ([("content-type", form), ("content-type", form)], "a=b"), ([("content-type", form + "x")], "a=b"),
      ([("content-type", form), ("content-encoding", "gzip")], "a=b"), ([("content-type", form)], "a=%"),
      ([("content-type", form)], "%00=a"),
      ([("content-type", form), ("authorization", "Basic a"), ("authorization", "Basic b")], "a=b"),
    ] as [([(String, String)], String)])
  func `anything else is invalid_request`(headers: [(String, String)], body: String) async throws {
    try await RunningEdge.run { edge async throws in
      for path in ["/token", "/introspect", "/revoke", "/userinfo"] {
        let reply = try await edge.client.send("POST", edge.url(path), headers: headers, body: Array(body.utf8))
        #expect(reply.status == 400)
        #expect(reply.text.hasPrefix(#"{"error":"invalid_request","error_description":""#))
        #expect(reply.header("cache-control") == "no-store")
      }
      #expect(edge.provider.calls.isEmpty)
    }
  }

  @Test func `no body is no parameters`() async throws {
    try await RunningEdge.run { edge async throws in
      _ = try await edge.client.send("POST", edge.url("/token"))
      #expect(edge.provider.last?.parameters == Parameters([]))
    }
  }

  @Test func `userinfo takes its token from the header or a form, never from the query`() async throws {
    try await RunningEdge.run { edge async throws in
      func ask(_ method: String, header: Bool, form: Bool) async throws -> BearerPresentation? {
        let headers = (header ? [("authorization", "Bearer h")] : []) + (form ? [("content-type", Self.form)] : [])
        _ = try await edge.client.send(
          method, edge.url("/userinfo?access_token=q"), headers: headers,
          body: form ? Array("access_token=f".utf8) : nil)
        return edge.provider.last?.bearer
      }
      #expect(try await ask("GET", header: false, form: false) == BearerPresentation.none)
      #expect(try await ask("GET", header: true, form: false) == .header("Bearer h"))
      #expect(try await ask("POST", header: true, form: false) == .header("Bearer h"))
      #expect(try await ask("POST", header: false, form: true) == .form("f"))
      #expect(try await ask("POST", header: true, form: true) == .both)
      #expect(try await ask("POST", header: false, form: false) == BearerPresentation.none)
    }
  }

  @Test func `nothing that was sent is in the log`() async throws {
    try await RunningEdge.run { edge async throws in
      let canary = "canary-7Q"
      _ = try await edge.client.post(
        edge.url("/token?a=\(canary)"), form: [("client_secret", canary)],
        headers: [("authorization", "Basic \(canary)"), ("cookie", "onedoor=\(canary)"), ("user-agent", canary)])
      _ = try await edge.client.get(edge.url("/\(canary)?\(canary)=%"), headers: [("accept", "text/html")])
      #expect(edge.log.lines.contains { $0.contains("method=POST route=token status=200") })
      #expect(!edge.log.lines.contains { $0.contains(canary) })
    }
  }
}
