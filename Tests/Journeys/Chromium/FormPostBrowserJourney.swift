import OneDoorJOSE
import TestSupport
import Testing

/// The page that submits itself, in a real browser: by its script, and by its button where scripts are off.
@Suite struct FormPostBrowserJourney {
  @Test(arguments: [true, false])
  func `the answer reaches the department, with scripts and without`(scripts: Bool) async throws {
    let world = try await World.shared()
    let person = try world.newPerson()
    let site = try await StaticServer(host: "127.0.0.1") { request in
      .html("<!doctype html><title>app</title><p id=\"got\">\(request.method)</p>")
    }
    let request = try AuthorizationRequest(world.registry.app)
      .with("redirect_uri", "http://127.0.0.1:\(site.port)/cb").with("response_mode", "form_post")
    try await Browser.withSession { browser in
      try await browser.navigate(to: request.url(world))
      try await browser.waitFor("input[name=password]")
      if !scripts { try await browser.setScripts(enabled: false) }
      try await browser.signIn(as: person)
      if !scripts {
        try await browser.waitFor(text: "Press Continue")
        try await browser.picture("form-post")
        try await browser.control("Continue").click()
      }
      try await browser.waitFor(urlPrefix: site.origin + "/cb")
      #expect(try await browser.quietConsole())
    }
    let arrived = try #require(site.requests.first { $0.path == "/cb" })
    #expect(arrived.method == "POST")
    let fields = queryParameters("?" + arrived.body)
    #expect(fields["state"] == request.state && fields["iss"] == world.issuer)
    let code = try #require(fields["code"])
    #expect(try await world.token(request.redemption(code), by: world.registry.app).status == 200)
  }
}
