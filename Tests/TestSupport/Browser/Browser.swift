import Foundation

/// One Chromium with a new profile, driven over W3C WebDriver. It lives as long as the closure it is handed to.
package struct Browser: Sendable {
  let wire: WebDriverWire

  /// Runs `body` with a browser of its own and closes it afterwards, whatever happened.
  package static func withSession<Answer>(
    _ options: BrowserOptions = BrowserOptions(), _ body: (Browser) async throws -> Answer
  ) async throws -> Answer {
    try await withPlaces(1) {
      let opened = try await open(options)
      return try await closing([opened]) { try await body(opened.browser) }
    }
  }

  /// Two browsers, as two people, or one person with two machines.
  package static func withTwoSessions<Answer>(
    _ first: BrowserOptions = BrowserOptions(), _ second: BrowserOptions = BrowserOptions(),
    _ body: (Browser, Browser) async throws -> Answer
  ) async throws -> Answer {
    try await withPlaces(2) {
      let one = try await open(first)
      return try await closing([one]) {
        let two = try await open(second)
        return try await closing([two]) { try await body(one.browser, two.browser) }
      }
    }
  }

  package func navigate(to url: String) async throws { try await wire.post("/url", ["url": url]) }
  package func currentURL() async throws -> String { try await wire.get("/url") as? String ?? "" }
  package func title() async throws -> String { try await wire.get("/title") as? String ?? "" }
  package func source() async throws -> String { try await wire.get("/source") as? String ?? "" }
  package func back() async throws { try await wire.post("/back") }
  package func forward() async throws { try await wire.post("/forward") }
  package func reload() async throws { try await wire.post("/refresh") }

  /// All that the page shows.
  package func text() async throws -> String { try await find("body").text() }

  /// The value of a JavaScript function body, `return …`, as JSON text; a string as itself.
  package func evaluate(_ script: String) async throws -> String {
    let value = try await wire.post("/execute/sync", ["script": script, "args": [String]()])
    return try jsonText(value)
  }

  /// What the browser has said on its console since the last call: errors of scripts, of loading, of the page's policy.
  package func consoleMessages() async throws -> [String] {
    let entries = try await wire.post("/se/log", ["type": "browser"]) as? [[String: Any]] ?? []
    return entries.map { "\($0["level"] ?? ""): \($0["message"] ?? "")" }
  }

  /// A command of the Chrome DevTools protocol; the answer as JSON text.
  @discardableResult
  package func devTools(_ command: String, _ parameters: [String: any Sendable] = [:]) async throws -> String {
    try jsonText(await devToolsValue(command, parameters))
  }

  func devToolsValue(_ command: String, _ parameters: [String: any Sendable] = [:]) async throws -> Any? {
    try await wire.post("/goog/cdp/execute", ["cmd": command, "params": parameters])
  }

  private struct Opened: Sendable {
    let browser: Browser
    let driver: Chromedriver.Running
    let profile: String
  }

  private static func withPlaces<Answer>(_ count: Int, _ body: () async throws -> Answer) async throws -> Answer {
    await Chromedriver.sessions.enter(count)
    do {
      let answer = try await body()
      await Chromedriver.sessions.leave(count)
      return answer
    } catch {
      await Chromedriver.sessions.leave(count)
      throw error
    }
  }

  private static func open(_ options: BrowserOptions) async throws -> Opened {
    let driver = try await Chromedriver.shared.running()
    let profile = driver.profiles.path(UUID().uuidString)
    let session =
      try await driver.wire.post("/session", options.capabilities(browser: driver.browser, profile: profile))
      as? [String: Any]
    guard let id = session?["sessionId"] as? String else {
      throw WebDriverError(code: "session not created", message: "no session id")
    }
    let browser = Browser(wire: WebDriverWire(base: "\(driver.wire.base)/session/\(id)"))
    let opened = Opened(browser: browser, driver: driver, profile: profile)
    do {
      try await browser.setViewport(width: options.width, height: options.height)
      if options.isDark { try await browser.setColorScheme(dark: true) }
    } catch {
      await close(opened)
      throw error
    }
    return opened
  }

  private static func closing<Answer>(_ opened: [Opened], _ body: () async throws -> Answer) async throws -> Answer {
    do {
      let answer = try await body()
      for one in opened { await close(one) }
      return answer
    } catch {
      for one in opened { await close(one) }
      throw error
    }
  }

  private static func close(_ opened: Opened) async {
    try? await opened.browser.wire.delete("")
    // A browser that did not close by itself is still known by its profile.
    Leftovers.killProcesses(mentioning: opened.profile)
    try? FileManager.default.removeItem(atPath: opened.profile)
  }
}

private func jsonText(_ value: Any?) throws -> String {
  guard let value else { return "null" }
  if let text = value as? String { return text }
  let data = try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys])
  return String(decoding: data, as: UTF8.self)
}
