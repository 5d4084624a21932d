/// How one browser session differs from a person's ordinary browser.
package struct BrowserOptions: Sendable {
  /// All cookies off, as in the browser's own settings.
  package var blocksCookies = false
  /// Origins that may keep no cookies, as `http://127.0.0.1:8080`.
  package var originsWithoutCookies: [String] = []
  /// What the browser asks for in Accept-Language.
  package var languages = "en-US,en"
  package var width = 1280
  package var height = 900
  package var isDark = false
  /// False for an own certificate in a test.
  package var checksCertificates = true

  package init() {}

  package init(_ change: (inout BrowserOptions) -> Void) { change(&self) }

  func capabilities(browser: String, profile: String) -> [String: Any] {
    let arguments = [
      "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-sync",
      "--disable-extensions", "--force-color-profile=srgb", "--hide-scrollbars", "--user-data-dir=\(profile)",
      "--window-size=\(width),\(height)",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.*",
    ]
    var preferences: [String: Any] = [
      "intl.accept_languages": languages, "credentials_enable_service": false,
      "profile.password_manager_enabled": false,
    ]
    if blocksCookies { preferences["profile.default_content_setting_values.cookies"] = 2 }
    if !originsWithoutCookies.isEmpty {
      let rules = originsWithoutCookies.map { ("\($0),*", ["setting": 2]) }
      preferences["profile.content_settings.exceptions.cookies"] = Dictionary(rules) { first, _ in first }
    }
    let chrome: [String: Any] = ["binary": browser, "args": arguments, "prefs": preferences]
    let wanted: [String: Any] = [
      "browserName": "chrome", "acceptInsecureCerts": !checksCertificates, "pageLoadStrategy": "normal",
      "timeouts": ["implicit": 0, "pageLoad": 30_000, "script": 10_000], "goog:chromeOptions": chrome,
      "goog:loggingPrefs": ["browser": "ALL"],
    ]
    return ["capabilities": ["alwaysMatch": wanted]]
  }
}
