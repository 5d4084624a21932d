import OneDoorJOSE
import TestSupport
import Testing

/// Nothing that a stranger sends ends the process or gets an answer of the 5xx kind (CVE-2026-34986, CVE-2024-21664).
@Suite struct MalformedInputJourney {
  private static let paths = [
    "/authorize", "/token", "/userinfo", "/introspect", "/revoke", "/end_session", "/login", "/continue", "/signout",
    "/",
    "/.well-known/openid-configuration", "/jwks", "/revocation/stream", "/revocation/snapshot", "/health/live",
  ]

  private static let bodies: [(String, String)] = [
    ("a lone percent", "a=%"), ("no hexadecimal", "a=%zz"), ("half a percent", "a=%4"), ("bad UTF-8", "a=%ff%fe"),
    ("overlong UTF-8", "a=%c0%af"), ("a surrogate", "a=%ed%a0%80"), ("NUL", "client_id=%00"),
    ("NUL in a name", "%00=1"),
    ("101 parameters", (0...100).map { "a\($0)=1" }.joined(separator: "&")), ("only separators", "&&&===&=&"),
    ("deep brackets", "a" + String(repeating: "[b]", count: 2_000) + "=1"), ("an array", "grant_type[]=password"),
    ("numbers beyond", "max_age=9223372036854775808&expires=1e300&code=1e300"),
    ("CRLF", "state=%0d%0aSet-Cookie:%20x=1"),
    ("SQL", "client_id='%3bDROP%20TABLE%20person%3b--&token='%20OR%201=1--"),
    ("markup", "client_id=<script>alert(1)</script>"),
    ("format", "client_id=%25s%25n%25x&token=%25%25"),
    ("a long value", "token=" + String(repeating: "A", count: 60_000)),
    ("encoded names", "%67rant_type=client_credentials&grant_typ%65=password"),
    ("JSON", "{\"grant_type\":\"password\"}"),
    ("plus signs", "+++=+++"), ("a dot storm", "token=" + String(repeating: ".", count: 30_000)),
    ("combining", "client_id=housing%CC%81&redirect_uri=https://housing.example/cb%CC%81"),
  ]

  @Test func `a corpus at every endpoint gets a 4xx in its specification's words, and the process lives`() async throws
  {
    let world = try await World.shared()
    let pid = try world.process.pid
    for path in Self.paths {
      for (what, body) in Self.bodies {
        for contentType in [
          "application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x", "",
        ] {
          let fields = contentType.isEmpty ? [] : [("content-type", contentType)]
          let answer = try await world.http.send("POST", world.issuer + path, headers: fields, body: Array(body.utf8))
          #expect(
            (400...499).contains(answer.status) || (path == "/end_session" && answer.status == 200)
              || (path == "/login" && answer.status == 200), "\(what) to \(path): \(answer.status)")
          #expect(answer.all("set-cookie").allSatisfy { !$0.hasPrefix("x=") })
          #expect(!answer.text.contains("<script>alert"))
          if answer.header("content-type") == "application/json" { #expect(answer.error != nil, "\(what) to \(path)") }
        }
        // As it is: a client library would mend it on the way.
        guard body.utf8.count < 20_000 else { continue }
        let query = body.replacing(" ", with: "%20")
        let connection = try await RawConnection(port: world.port)
        try await connection.send(
          "GET \(path)?\(query) HTTP/1.1\r\nHost: localhost:\(world.port)\r\nConnection: close\r\n\r\n")
        let answer = try await connection.readToEnd(within: .seconds(5))
        let isDocument = path.contains("well-known") || path == "/jwks" || path == "/health/live"
        #expect(answer.status.map { isDocument ? $0 == 200 : $0 < 500 } == true, "\(what) in the query of \(path)")
        #expect(!answer.text.contains("\nSet-Cookie: x=") && !answer.text.contains("<script>alert"))
      }
      for authorization in [
        "", "Basic", "Basic ", "Basic =", "Basic Og==", "Basic ////", "Basic " + String(repeating: "A", count: 8_000),
        "Bearer", "Bearer ", "Bearer ..", "Bearer e30.e30.e30", "Digest x", "basic\tx", "Bearer \u{22}", "Negotiate",
      ] {
        let answer = try await world.http.post(
          world.issuer + path, form: [("token", "x")], headers: [("authorization", authorization)])
        #expect(answer.status < 500, "\(authorization.prefix(20)) to \(path): \(answer.status)")
      }
      for cookie in [
        "onedoor", "onedoor=", "onedoor==;=;", "onedoor=\(String(repeating: "A", count: 9_000))", "onedoor=%00",
        "onedoor-browser=x; onedoor-device=x; onedoor=x", String(repeating: "a=b; ", count: 2_000), "onedoor=\"x\"",
      ] {
        let answer = try await world.http.get(world.issuer + path + "?j=x", headers: [("cookie", cookie)])
        #expect(answer.status < 500, "\(cookie.prefix(20)) to \(path): \(answer.status)")
      }
    }
    let process = try world.process
    #expect(process.isRunning && process.pid == pid)
    #expect(try await world.http.get(world.issuer + "/health/ready").status == 200)
  }

  @Test func `CVE-2026-28980, GHSA-4px2-pw77-vc85: what is no request, or two in one, is refused and closed`()
    async throws
  {
    let world = try await World.shared()
    let pid = try world.process.pid
    let host = "Host: localhost:\(world.port)\r\n"
    let requests: [(String, String)] = [
      ("no host", "GET / HTTP/1.1\r\n\r\n"), ("two hosts", "GET / HTTP/1.1\r\n\(host)\(host)\r\n"),
      ("absolute form of another", "GET http://evil.example/ HTTP/1.1\r\n\(host)\r\n"),
      ("101 fields", "GET / HTTP/1.1\r\n\(host)" + (0..<101).map { "X-\($0): 1\r\n" }.joined() + "\r\n"),
      ("40 KiB of fields", "GET / HTTP/1.1\r\n\(host)X: \(String(repeating: "x", count: 40_000))\r\n\r\n"),
      ("a 70 KB target", "GET /\(String(repeating: "a", count: 70_000)) HTTP/1.1\r\n\(host)\r\n"),
      ("two lengths", "POST /token HTTP/1.1\r\n\(host)Content-Length: 3\r\nContent-Length: 4\r\n\r\na=1"),
      (
        "length and chunks",
        "POST /token HTTP/1.1\r\n\(host)Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
      ),
      ("a negative length", "POST /token HTTP/1.1\r\n\(host)Content-Length: -1\r\n\r\n"),
      ("a length beyond numbers", "POST /token HTTP/1.1\r\n\(host)Content-Length: 99999999999999999999\r\n\r\n"),
      ("a body of 65 KiB", "POST /token HTTP/1.1\r\n\(host)Content-Length: 66561\r\n\r\n"),
      ("no HTTP", "\u{16}\u{3}\u{1}\u{2}\u{0}hello\r\n\r\n"), ("a bad version", "GET / HTTP/9.9\r\n\(host)\r\n"),
      ("a space before the colon", "GET / HTTP/1.1\r\n\(host)X : 1\r\n\r\n"),
    ]
    for (what, request) in requests {
      let connection = try await RawConnection(port: world.port)
      // The server may refuse, and close, before it has taken all of it.
      try? await connection.send(request)
      let reply = try await connection.readToEnd(within: .seconds(5))
      #expect(reply.isClosed, "\(what)")
      #expect(
        reply.status.map { (400...499).contains($0) || $0 == 505 } ?? reply.bytes.isEmpty,
        "\(what): \(reply.text.prefix(80))")
      #expect(reply.text.components(of: "HTTP/1.1 ") <= 1, "\(what)")
    }
    let process = try world.process
    #expect(process.isRunning && process.pid == pid)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
