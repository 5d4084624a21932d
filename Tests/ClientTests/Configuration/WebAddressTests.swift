import OneDoorClient
import Testing

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://login.example", "https://login.example", "/"),
    ("https://Login.Example:443/a/b?c=d", "https://login.example", "/a/b"),
    ("http://localhost:8081/signin/callback", "http://localhost:8081", "/signin/callback"),
    ("http://[::1]:8081/", "http://[::1]:8081", "/"), ("http://127.0.0.2:80/x", "http://127.0.0.2", "/x"),
  ])
  func `origin and path as browsers have them`(text: String, origin: String, path: String) throws {
    let address = try #require(WebAddress(text))
    #expect(address.origin == origin)
    #expect(address.path == path)
    #expect(address.isTrustworthy)
  }

  @Test(arguments: [
    "", "https://", "https:///a", "ftp://a", "HTTPS://a", "//a", "https://a b", "https://user@a", "https://a:b@c",
    "https://ok.example\\@evil.example", "https://a%2eb", "https://a:0", "https://a:65536", "https://a:",
    "https://a:8x",
    "https://[::1", "https://[::g]", "https://a#b", "https://é.example", "https://a\n",
    "https://ok.example\u{3002}evil",
    "javascript:alert(1)", "https://a:1:2",
  ])
  func `what two parsers could read in two ways is no address`(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test(arguments: [
    "http://login.example", "http://127.0.0.1.evil.example", "http://localhost.evil.example", "http://128.0.0.1",
    "http://127.0.0.1234", "http://127.1", "http://0x7f.0.0.1",
  ])
  func `without encryption only this machine is trusted`(text: String) throws {
    #expect(try #require(WebAddress(text)).isTrustworthy == false)
  }
}
