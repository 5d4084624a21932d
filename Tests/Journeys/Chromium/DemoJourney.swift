import OneDoorJOSE
import TestSupport
import Testing

/// What a newcomer does, by the README: `onedoor demo`, and the walk that it proposes.
@Suite struct DemoJourney {
  @Test func `the walk of the README: in, over, revoked, out, stopped, started again, begun anew`() async throws {
    let demo = try Demo()
    var server = try await demo.start()
    for url in [demo.provider, demo.housing, demo.business] { #expect(server.stdout.contains(url)) }
    #expect(server.stdout.contains("\nzhang.wei  teapot-lantern-river\n"))
    #expect(server.stdout.contains("session revoke --person zhang.wei"))

    try await Browser.withSession { browser in
      func signIn(_ login: String, _ password: String) async throws {
        try await browser.waitFor("input[name=password]")
        try await browser.fill("input[name=username]", with: login)
        try await browser.fill("input[name=password]", with: password)
        try await browser.control("Sign in").click()
      }
      func signedIn(_ site: String, _ name: String) async throws -> String {
        try await browser.waitFor(urlPrefix: site + "/")
        try await browser.waitFor("#name")
        #expect(try await browser.find("#name").text() == name)
        return try await browser.evaluate("return document.querySelector('#token').textContent.trim()")
      }
      try await browser.navigate(to: demo.housing)
      #expect(try await browser.find("h1").text() == "Housing Office")
      try await browser.picture("demo-housing")
      try await browser.control("Sign in").click()
      try await signIn("zhang.wei", "teapot-lantern-river")
      let first = try await signedIn(demo.housing, "张伟")
      #expect(try await browser.text().contains("zhang.wei@example.org"))
      try await browser.picture("demo-housing-signed-in")
      try await browser.navigate(to: demo.business)
      try await browser.control("Sign in").click()
      let second = try await signedIn(demo.business, "张伟")
      try await browser.picture("demo-business-signed-in")
      #expect(try await demo.whoami(demo.housing, first) == 200)
      let names = try await browser.cookies().map(\.name)
      #expect(names.contains("onedoor") && names.contains("onedoor-housing") && names.contains("onedoor-business"))

      let list = try await demo.onedoor("session", "list")
      #expect(list.exitCode == 0 && list.stdout.contains("zhang.wei") && list.stdout.contains("housing"))
      let revoked = try await demo.onedoor("session", "revoke", "--person", "zhang.wei", "--yes")
      #expect(revoked.exitCode == 0, "\(revoked.stderr)")
      try await eventually("the end at both departments", within: .seconds(4)) {
        let answers = [try await demo.whoami(demo.housing, first), try await demo.whoami(demo.business, second)]
        return answers == [401, 401] ? true : nil
      }
      for site in [demo.housing, demo.business] {
        try await browser.navigate(to: site)
        #expect(try await browser.find("h1").text() == "Your session has ended")
      }
      try await browser.picture("demo-ended")

      // In again, stopped, started: the session is still there, the revoked one stays revoked.
      try await browser.control("Sign in").click()
      try await signIn("li.na", "paper-crane-harbour")
      let third = try await signedIn(demo.business, "李娜")
      #expect(try await server.interrupt() == .code(0))
      server = try await demo.start()
      try await browser.navigate(to: demo.business)
      _ = try await signedIn(demo.business, "李娜")
      #expect(try await demo.whoami(demo.business, third) == 200)
      #expect(try await demo.whoami(demo.business, second) == 401)
      try await browser.navigate(to: demo.housing)
      try await browser.control("Sign in").click()
      _ = try await signedIn(demo.housing, "李娜")

      // Out at one department, out everywhere.
      try await browser.control("Sign out").click()
      try await browser.waitFor(urlPrefix: demo.housing + "/")
      try await browser.waitFor(text: "Sign in")
      try await eventually("the end at the other department", within: .seconds(4)) {
        try await browser.navigate(to: demo.business)
        return try await browser.find("h1").text() == "Your session has ended" ? true : nil
      }
      try await browser.navigate(to: demo.housing)
      try await browser.control("Sign in").click()
      try await browser.waitFor("input[name=password]")
      try await signIn("zhang.wei", "teapot-lantern-river")
      let last = try await signedIn(demo.housing, "张伟")
      #expect(try await browser.quietConsole())

      #expect(try await server.interrupt() == .code(0))
      server = try await demo.start("--reset")
      #expect(try await demo.whoami(demo.housing, last) == 401)
      let anew = try await demo.onedoor("session", "list", "--json")
      #expect(anew.stdout.contains("\"sessions\":[]") || anew.stdout.contains("\"sessions\": []"))
      try await browser.navigate(to: demo.business)
      try await browser.control("Sign in").click()
      try await browser.waitFor("input[name=password]")
    }
    #expect(demo.folder.names() == [".onedoor"])
    #expect(try await server.terminate() == .code(0))
  }

  @Test func `every site listens on both loopback addresses, and another host name is sent to localhost`() async throws
  {
    let demo = try Demo()
    let server = try await demo.start("--data", "elsewhere")
    for (port, address) in [(demo.port, demo.provider), (demo.port + 1, demo.housing), (demo.port + 2, demo.business)] {
      for host in ["127.0.0.1", "::1"] {
        let connection = try await RawConnection(host: host, port: port)
        try await connection.send("GET /x?y=1 HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n")
        let moved = try await connection.readToEnd()
        #expect(
          moved.status == 308 && moved.text.lowercased().contains("location: \(address)/x?y=1\r\n"), "\(host) \(port)")
      }
    }
    let taken = try await demo.onedoor("demo", "--port", "\(demo.port)", "--data", "third")
    #expect(taken.exitCode == 1 && taken.stderr.contains("\(demo.port)"))
    let listed = try await demo.onedoor("session", "list", "--data", "elsewhere")
    #expect(listed.exitCode == 0)
    #expect(try await server.interrupt() == .code(0))
  }
}
