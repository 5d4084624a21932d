/// Cookies of every site in the profile, not only of the page that is open.
extension Browser {
  package func cookies() async throws -> [TestCookie] {
    let answer = try await devToolsValue("Storage.getCookies") as? [String: Any]
    return (answer?["cookies"] as? [[String: Any]] ?? []).map { entry in
      var cookie = TestCookie(
        name: entry["name"] as? String ?? "", value: entry["value"] as? String ?? "",
        host: entry["domain"] as? String ?? "")
      cookie.path = entry["path"] as? String ?? "/"
      cookie.isSecure = entry["secure"] as? Bool ?? false
      cookie.isHTTPOnly = entry["httpOnly"] as? Bool ?? false
      cookie.sameSite = entry["sameSite"] as? String
      if entry["session"] as? Bool == false { cookie.expires = "\(entry["expires"] ?? "")" }
      return cookie
    }
  }

  package func cookie(_ name: String, host: String) async throws -> TestCookie? {
    try await cookies().first { $0.name == name && $0.host == host }
  }

  /// Sets a host-only cookie for the host of `url`, as a test puts an old one back.
  package func setCookie(_ name: String, _ value: String, url: String) async throws {
    try await devTools("Network.setCookie", ["name": name, "value": value, "url": url, "httpOnly": true])
  }

  package func deleteCookie(_ name: String, host: String) async throws {
    try await devTools("Network.deleteCookies", ["name": name, "domain": host])
  }

  package func deleteAllCookies() async throws { try await devTools("Network.clearBrowserCookies") }
}
