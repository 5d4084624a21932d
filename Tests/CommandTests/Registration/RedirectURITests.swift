import Testing
import onedoor

@Suite struct RedirectURITests {
  @Test(arguments: [
    "https://housing.example/cb", "https://housing.example", "https://housing.example/", "https://192.0.2.1:8443/cb",
    "https://[2001:db8::1]/cb", "https://housing.example/cb?x=1&y=%20", "http://localhost:8081/signin/callback",
    "http://127.0.0.1/cb", "http://127.0.0.1:9/cb", "http://127.0.0.2:9/cb", "http://[::1]/cb",
    "https://xn--fiq228c.example/cb",
    "https://housing.example/a;b/(c)!$&'+,=@:~", "https://housing.example/.well-known/x",
    "https://housing.example/a..b",
  ])
  func `redirect URIs of every department`(text: String) throws {
    #expect(try RedirectURIText.check(text, isPublic: false).text == text)
    #expect(try RedirectURIText.check(text, isPublic: true).text == text)
  }

  @Test(arguments: ["com.example.app:/cb", "org.example.housing.app:/", "com.example-1.app:/cb?a=b"])
  func `schemes of their own are for public departments`(text: String) throws {
    #expect(try RedirectURIText.check(text, isPublic: true).text == text)
    #expect(throws: WrongValue.self) { try RedirectURIText.check(text, isPublic: false) }
  }

  @Test(arguments: [
    "", "/cb", "//housing.example/cb", "housing.example/cb", "http://housing.example/cb", "http://128.0.0.1/cb",
    "http://[::ffff:127.0.0.1]/cb", "http://[0:0:0:0:0:0:0:1]/cb",
    "http://localhost.example/cb", "http://LOCALHOST/cb", "http://localhost./cb", "http://0.0.0.0/cb",
    "https://housing.example/cb#x", "https://housing.example/cb#", "https://a@housing.example/cb",
    "https://a:b@housing.example/cb", "https://housing.example@evil.example/cb", "https://*.example/cb",
    "https://housing.example/*", "https://housing.example/cb?x=*", "https://housing.example/a/../b",
    "https://housing.example/a/%2E%2e/b", "https://housing.example/./b", "https://housing.example\\@evil.example/",
    "https://housing.example/\tcb", "https://housing.example/c b", "https://housing.example/cb\n", "https:///cb",
    "https:housing.example/cb", "https://Housing.example/cb", "HTTPS://housing.example/cb", "https://住房.example/cb",
    "https://housing.example:/cb", "https://housing.example:99999/cb", "https://housing.example:0/cb",
    "https://housing.example/%", "https://housing.example/%0d%0aSet-Cookie", "https://housing.example/%zz",
    "https://housing.example/%+1", "https://127.1/cb", "https://0x7f.0.0.1/cb", "https://2130706433/cb",
    "https://[::1/cb", "https://[fe80::1%25lo]/cb", "https://a..b/cb", "https://-a.example/cb", "https://a_b.example/",
    "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "blob:https://a.example/x", "about:blank",
    "myapp:/cb", "myapp://cb", "com.example.app:cb", "com.example.app://host/cb", "com.example.app:", ".com:/cb",
    "com..example:/cb", "com.example.:/cb", "urn:ietf:wg:oauth:2.0:oob", "https://housing.example/\"<script>",
    "https://housing.example/\u{E9}", "https://housing.example/|", "https://housing.example/`",
    "https://housing.example/^",
    "https://housing.example/" + String(repeating: "a", count: 2048),
  ])
  func `no redirect URIs of any department`(text: String) {
    #expect(throws: WrongValue.self) { try RedirectURIText.check(text, isPublic: false) }
    #expect(throws: WrongValue.self) { try RedirectURIText.check(text, isPublic: true) }
  }

  @Test(
    arguments: [
      ("https://housing.example/cb", "https://housing.example"), ("https://a.example:443/", "https://a.example"),
      ("https://a.example:8443/", "https://a.example:8443"), ("http://[::1]:8081/cb", "http://[::1]:8081"),
      ("com.example.app:/cb", nil),
    ] as [(String, String?)])
  func `the origin as a browser writes it`(text: String, origin: String?) throws {
    #expect(try WebAddress(text).origin == origin)
  }
}
