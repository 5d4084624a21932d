import OneDoorRules
import Testing

@Suite struct RedirectURITests {
  static let registered = "https://foo.example/cb"

  /// Spellings that a lenient comparison has let through somewhere (CVE-2023-6291, CVE-2024-1132, CVE-2024-8883,
  /// CVE-2024-52289, CVE-2026-3872, CVE-2026-28512, CVE-2020-15234, CVE-2026-7504).
  static let mutants: [String] = {
    var all = [
      "https://foo.example/cb/", "https://foo.example/cb?x=1", "https://foo.example/cb#", "https://foo.example//cb",
      "https://foo.example/../cb", "https://foo.example/x/..;/cb", "https://foo.example/%63b",
      "https://foo.example/cb%2f",
      "https://FOO.example/cb", "HTTPS://foo.example/cb", "https://foo.example:443/cb", "https://foo.example./cb",
      "https://fooXexample/cb", "https://foo.example@evil.example/cb", "https://user@foo.example/cb",
      "https://foo.example.evil.example/cb", "https://foo.example\\@evil.example/cb", "https://foo.example/cb ",
      " https://foo.example/cb", "https://foo.example/cb\n", "https://foo.example/cb\u{0}", "https://foo。example/cb",
      "https://foo.example/CB", "http://foo.example/cb", "//foo.example/cb", "/cb", "https:/foo.example/cb",
      "https://foo.example%2eevil.example/cb", "javascript:alert(1)//https://foo.example/cb", "https://foo.example",
      "https://foo.example/cb\u{301}", "https://ｆoo.example/cb", "https://foo.example/cb/../cb", "*",
      "https://*.example/cb",
    ]
    // Every one-byte change, removal and doubling of the registered URI.
    let bytes = Array(registered.utf8)
    for index in bytes.indices {
      for replacement in [bytes[index] ^ 0x20, bytes[index] ^ 1, UInt8(ascii: "*"), UInt8(ascii: "%")]
      where replacement != bytes[index] {
        var changed = bytes
        changed[index] = replacement
        all.append(String(decoding: changed, as: UTF8.self))
      }
      var removed = bytes
      removed.remove(at: index)
      all.append(String(decoding: removed, as: UTF8.self))
      var doubled = bytes
      doubled.insert(bytes[index], at: index)
      all.append(String(decoding: doubled, as: UTF8.self))
      all.append(String(decoding: bytes[..<index], as: UTF8.self))
    }
    return all.filter { !$0.utf8.elementsEqual(registered.utf8) }
  }()

  @Test func `only the exact bytes of a registered URI pass`() throws {
    let department = Fixture.department(redirectURIs: [Self.registered])
    #expect(try VerifiedRedirectURI.verify(Self.registered, of: department).text == Self.registered)
    for mutant in Self.mutants {
      #expect(throws: PageRefusal.redirectURIMismatch, "\(mutant)") {
        try VerifiedRedirectURI.verify(mutant, of: department)
      }
    }
    #expect(Self.mutants.count > 150)
    #expect(throws: PageRefusal.redirectURIMissing) { try VerifiedRedirectURI.verify(nil, of: department) }
  }

  @Test(arguments: [
    ("http://127.0.0.1/cb", "http://127.0.0.1:5000/cb", true), ("http://127.0.0.1:80/cb", "http://127.0.0.1/cb", true),
    ("http://[::1]:1/cb", "http://[::1]:65535/cb", true), ("http://127.0.0.1/cb", "http://127.0.0.1:0/cb", false),
    ("http://127.0.0.1/cb", "http://127.0.0.1:65536/cb", false), ("http://127.0.0.1/cb", "http://127.0.0.1:/cb", false),
    ("http://127.0.0.1/cb", "http://127.0.0.2/cb", false), ("http://127.0.0.1/cb", "http://127.0.0.1.evil/cb", false),
    ("http://127.0.0.1/cb", "http://127.0.0.1:80@evil/cb", false), ("http://127.0.0.1/cb", "http://[::1]/cb", false),
    ("http://localhost/cb", "http://localhost:5000/cb", false),
    ("http://localhost:1/cb", "http://LOCALHOST:1/cb", false),
    ("https://127.0.0.1/cb", "https://127.0.0.1:5000/cb", false),
    ("http://127.0.0.1/cb", "http://127.0.0.1:5000/CB", false),
  ])
  func `only the port of a loopback address may differ, CVE-2020-15233`(
    registered: String, presented: String, passes: Bool
  ) {
    let department = Fixture.department(redirectURIs: [registered])
    #expect(((try? VerifiedRedirectURI.verify(presented, of: department)) != nil) == passes)
  }

  @Test(arguments: [
    ("https://a.example/cb", "https://a.example"), ("https://a.example:8443/cb?x", "https://a.example:8443"),
    ("http://localhost:8081/signin/callback", "http://localhost:8081"), ("com.example.app:/cb", "com.example.app:"),
  ])
  func `the form-action origin is scheme, host and port`(uri: String, origin: String) throws {
    #expect(try VerifiedRedirectURI.verify(uri, of: Fixture.department(redirectURIs: [uri])).origin == origin)
  }

  @Test func `response parameters are encoded and keep a registered query`() throws {
    let uri = "https://a.example/cb?x=1"
    let verified = try VerifiedRedirectURI.verify(uri, of: Fixture.department(redirectURIs: [uri]))
    #expect(verified.location([("state", "a b&c\r\nLocation: x")]) == uri + "&state=a%20b%26c%0D%0ALocation%3A%20x")
  }

  @Test func `a post-logout URI has no loopback exception`() {
    let department = Fixture.department { $0.postLogoutRedirectURIs = ["http://127.0.0.1/"] }
    #expect(throws: PageRefusal.postLogoutRedirectURIMismatch) {
      try VerifiedRedirectURI.verify(postLogout: "http://127.0.0.1:9/", of: department)
    }
  }
}
