import TestSupport
import Testing

/// The HTTP tools of the tests, against a server that is no part of the product.
@Suite struct HTTPSelfTest {
  @Test func `a cookie goes to its host on every port, and an expired one goes away`() async throws {
    let first = try await StaticServer { request in
      request.path == "/out"
        ? .init(headers: [("set-cookie", "a=; Path=/; Max-Age=0")])
        : .init(headers: [("set-cookie", "a=1; Path=/; HttpOnly; SameSite=Lax"), ("set-cookie", "b=2; Path=/deep")])
    }
    let second = try await StaticServer { .init($0.header("cookie") ?? "none") }
    let elsewhere = try await StaticServer(host: "127.0.0.2") { .init($0.header("cookie") ?? "none") }
    let client = HTTPTestClient()
    _ = try await client.get(first.origin + "/")
    #expect(try await client.get(second.origin + "/").text == "a=1")
    #expect(try await client.get(second.origin + "/deep/er").text == "b=2; a=1")
    #expect(try await client.get(second.origin + "/deeper").text == "a=1")
    #expect(try await client.get(elsewhere.origin + "/").text == "none")
    #expect(client.cookies.cookie("a", host: "127.0.0.1")?.isHTTPOnly == true)
    _ = try await client.get(first.origin + "/out")
    #expect(try await client.get(second.origin + "/").text == "none")
  }

  @Test(arguments: [
    "a=1; Domain=example.org", "a=1; Secure", "__Host-a=1; Path=/", "__Host-a=1; Secure; Path=/deep", "nameless",
  ])
  func `a cookie that a browser would not keep from http is not kept`(header: String) {
    let jar = CookieJar()
    jar.store(header, from: "http://127.0.0.1/")
    #expect(jar.all.isEmpty)
  }

  @Test func `redirects are shown, and followed when asked to, up to a stop`() async throws {
    let server = try await StaticServer { request in
      switch request.path {
      case "/a": .redirect("/b?x=1&y=a%20b")
      case "/b": .redirect("c")
      case "/loop": .redirect("/loop")
      default: .init("end")
      }
    }
    let client = HTTPTestClient()
    let shown = try await client.get(server.origin + "/a")
    #expect(shown.status == 303)
    #expect(shown.locationQuery == ["x": "1", "y": "a b"])
    #expect(try await client.follow(shown).url == server.origin + "/c")
    #expect(try await client.follow(shown) { $0.hasSuffix("/c") }.status == 303)
    let loop = try await client.get(server.origin + "/loop")
    await #expect(throws: TimedOut.self) { try await client.follow(loop) }
  }

  @Test func `a form is read from the page and sent as a browser would`() async throws {
    let server = try await StaticServer { request in
      request.method == "POST"
        ? .init(request.body)
        : .html(
          """
          <!doctype html><html lang="zh-Hans"><title>Error: 登录</title><main><h1>Sign in to <b>A &amp; B</b></h1>
          <!-- <a href="/hidden">no</a> --><a href="/other?a=1&amp;b=2">Another way</a>
          <form method="post" action="/go?j=a&amp;b"><input type="hidden" name="csrf" value="&quot;x&#39;">
          <input name="username" value="zhang.wei"><input type=password name=password>
          <input type="checkbox" name="keep"><button name="act" value="in">Sign in</button></form></main></html>
          """)
    }
    let client = HTTPTestClient()
    let answer = try await client.get(server.origin + "/")
    let page = answer.page
    #expect(page.title == "Error: 登录")
    #expect(page.language == "zh-Hans")
    #expect(page.headings == ["Sign in to A & B"])
    #expect(page.links.map(\.text) == ["Another way"])
    #expect(page.href(ofLink: "Another") == "/other?a=1&b=2")
    #expect(page.text == "Sign in to A & B Another way Sign in")
    let form = try #require(page.form(action: "/go"))
    #expect(form.action == "/go?j=a&b")
    #expect(form.hidden.map(\.0) == ["csrf"])
    let sent = try await client.submit(form, of: answer, filling: ["password": "p w+ä"], pressing: "Sign in")
    #expect(sent.text == "csrf=%22x%27&username=zhang.wei&password=p+w%2B%C3%A4&act=in")
    #expect(server.requests.last?.target == "/go?j=a&b")
  }

  @Test func `a raw connection sends anything and reads until the end it is given`() async throws {
    let server = try await StaticServer { .init("for \($0.target)") }
    let connection = try await RawConnection(port: server.port)
    try await connection.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n")
    let first = try await connection.readResponse()
    #expect(first.status == 200)
    #expect(first.text.hasSuffix("for /1"))
    try await connection.send("GET /2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(try await connection.readToEnd().isClosed)

    let broken = try await RawConnection(port: server.port)
    try await broken.send("\u{0}\u{1} nonsense\r\n\r\n")
    #expect(try await broken.readToEnd().isClosed)
    let silent = try await RawConnection(port: server.port)
    let nothing = try await silent.readToEnd(within: .milliseconds(20))
    #expect(nothing.bytes.isEmpty && !nothing.isClosed)
    await #expect(throws: SystemFailure.self) { try await RawConnection(port: FreePort.next()) }
  }

  @Test func `one seed gives one sequence`() {
    var first = SeededRandom(seed: 7)
    var second = SeededRandom(seed: 7)
    #expect(first.bytes(32) == second.bytes(32))
    // The published first output of SplitMix64 for the seed 1234567.
    var published = SeededRandom(seed: 1_234_567)
    #expect(published.next() == 6_457_827_717_110_365_317)
  }
}
