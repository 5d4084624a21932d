import Testing
import onedoor

@Suite struct ConfigurationChecksTests {
  @Test(arguments: [
    ("  key: /etc/onedoor/key.pem\n", "", "c.yaml:10:3: tls.certificate is given without tls.key"),
    ("  certificate: /etc/onedoor/chain.pem\n", "", "c.yaml:10:3: tls.key is given without tls.certificate"),
    ("issuer: https://login.example", "issuer: http://localhost", "c.yaml:10:3: tls is given, but issuer says http"),
    (
      "issuer: https://login.example", "issuer: http://localhost",
      "c.yaml:4:1: listen must be a loopback address while issuer is http"
    ),
    ("absolute: 2h", "absolute: 5m", "c.yaml:14:3: sessions.idle is longer than sessions.absolute"),
    ("access: 2m", "access: 1h", ""),
    ("id: 1m", "id: 1h", ""),
    ("listen: 127.0.0.1:9464", "listen: \"[::1]:443\"", ""),
    ("data: /srv/onedoor/data", "data: /" + String(repeating: "d", count: 95), ""),
    (
      "data: /srv/onedoor/data", "data: /" + String(repeating: "d", count: 96),
      "c.yaml:5:1: data is too long a path: the admin socket in it may have 107 bytes"
    ),
  ])
  func `settings must fit each other`(old: String, new: String, expected: String) {
    #expect(fullFile.contains(old))
    let found = problems(fullFile.replacing(old, with: new))
    #expect(expected.isEmpty ? found.isEmpty : found.contains(expected), "\(found)")
  }

  @Test func `tokens do not outlive sessions`() {
    let file = fullFile.replacing("idle: 10m", with: "idle: 5m").replacing("absolute: 2h", with: "absolute: 5m")
    #expect(
      problems(file.replacing("access: 2m", with: "access: 6m"))
        == ["c.yaml:17:3: tokens.access is longer than sessions.absolute"])
    #expect(
      problems(file.replacing("id: 1m", with: "id: 6m")) == ["c.yaml:18:3: tokens.id is longer than sessions.absolute"])
  }

  @Test func `https needs something that ends TLS`() {
    let file = leastFile.replacing("http://localhost:8080", with: "https://login.example")
    #expect(
      problems(file) == ["c.yaml:1:1: issuer is https: give tls, or name in trusted_proxies the proxies that end TLS"])
    #expect(problems(file + "trusted_proxies: [127.0.0.1/32]\n").isEmpty)
    #expect(problems(file + "tls: {certificate: a, key: b}\n").isEmpty)
  }

  @Test func `the metrics listener is not the public one`() {
    #expect(
      problems(leastFile + "metrics: {listen: 127.0.0.1:8080}\n") == ["c.yaml:6:11: metrics.listen is also in listen"])
  }
}
