import OneDoorRules
import Testing
import onedoor

@Suite struct ValueTests {
  @Test(arguments: [
    "https://login.example", "https://login.example:8443", "http://localhost", "http://localhost:8080",
    "http://127.0.0.1:8080", "http://127.0.0.2:8080", "http://[::1]:8080", "https://xn--fiq228c.example",
    "https://192.0.2.1",
  ])
  func `an issuer in its one right spelling`(text: String) throws {
    #expect(try Issuer(text).text == text)
  }

  @Test(arguments: [
    "", "login.example", "http://login.example", "http://128.0.0.1", "http://0.0.0.0", "http://localhost.",
    "http://localhost.example", "https://login.example/", "https://login.example/a", "https://login.example?a",
    "https://login.example?", "https://login.example#a", "https://login.example#", "https://a@login.example",
    "https://:@login.example", "https://login.example:443", "http://localhost:80", "https://login.example:",
    "https://login.example:0", "https://login.example:08443", "https://login.example:65536", "https://login.example:+1",
    "HTTPS://login.example", "https://Login.example", "https://*.example", "https://", "https:login.example",
    "https:/login.example", "https:///login.example", "https://login..example", "https://-a.example",
    "https://login.example\\a", "https://login.example ", " https://login.example", "https://登录.example",
    "https://127.1", "https://0x7f.1", "https://2130706433", "https://[::1", "https://::1", "https://[127.0.0.1]",
    "https://login.example%2f", "ftp://login.example", "https://a_b.example", "https://login.example/../",
  ])
  func `any other issuer is refused`(text: String) {
    #expect(throws: WrongValue.self) { try Issuer(text) }
  }

  @Test(
    arguments: [
      ("1s", 1), ("90s", 90), ("30m", 1800), ("12h", 43_200), ("90d", 7_776_000),
    ] as [(String, Int64)])
  func `a duration is a number and a unit`(text: String, seconds: Int64) throws {
    #expect(try DurationText.parse(text, in: 1 ... .days(100)) == Seconds(seconds))
  }

  @Test(arguments: [
    "", "30", "m", "30 m", "30M", "-1m", "+1m", "030m", "1.5h", "1h30m", "30min", "3０m", "99999999999999999999d",
    "9999999d", "0m", " 30m", "30m ", "30s0m",
  ])
  func `any other duration is refused`(text: String) {
    #expect(throws: WrongValue.self) { try DurationText.parse(text, in: 1 ... .days(100)) }
  }

  @Test(arguments: [(0, "0s"), (59, "59s"), (1800, "30m"), (86_400, "24h"), (172_800, "2d"), (3601, "3601s")])
  func `a duration is written as it is read`(seconds: Int64, text: String) {
    #expect(DurationText.write(Seconds(seconds)) == text)
  }

  @Test func `sizes have binary units`() throws {
    #expect(try SizeText.bytes("32KiB", in: 0...1_000_000) == 32_768)
    #expect(try SizeText.bytes("1MiB", in: 0...10_000_000) == 1_048_576)
    #expect(try SizeText.bytes("4096", in: 0...10_000) == 4096)
    for text in ["", "KiB", "32KB", "32K", "32 KiB", "-1KiB", "9999999999MiB", "999999999MiB", "0x10"] {
      #expect(throws: WrongValue.self) { try SizeText.bytes(text, in: 0...1_000_000) }
    }
  }

  @Test(arguments: ["", "1.0", "1_000", "٣", "0x1", "+1", "01", "-0", "1e3", "99999999999999999999"])
  func `a number is written in plain digits`(text: String) {
    #expect(throws: WrongValue.self) { try SizeText.integer(text, in: 0...1000) }
  }

  @Test(arguments: [
    ("127.0.0.1:8080", ["127.0.0.1:8080"]), ("[::1]:80", ["[::1]:80"]), ("0.0.0.0:0", ["0.0.0.0:0"]),
    ("localhost:1", ["127.0.0.1:1", "[::1]:1"]), ("[2001:DB8::1]:1", ["[2001:db8::1]:1"]),
  ])
  func `where to listen`(text: String, expected: [String]) throws {
    #expect(try ListenAddress.parse(text).map(\.description) == expected)
  }

  @Test(arguments: [
    "", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:080", "::1:80",
    "[127.0.0.1]:1",
    "example.com:80", "*:80", "127.1:80", "[::1%lo]:80", "LOCALHOST:80", "127.0.0.1\u{0}:1",
  ])
  func `where not to listen`(text: String) {
    #expect(throws: WrongValue.self) { try ListenAddress.parse(text) }
  }

  @Test func `a block of addresses holds its own and no others`() throws {
    let block = try AddressBlock("10.1.2.0/23")
    for (text, isInside) in [
      ("10.1.2.0", true), ("10.1.3.255", true), ("10.1.4.0", false), ("10.1.1.255", false), ("::ffff:10.1.2.7", true),
      ("::10.1.2.7", false), ("fd00::1", false),
    ] {
      #expect(block.contains(try #require(IPAddress(text))) == isInside, "\(text)")
    }
    let six = try AddressBlock("fd00:1::/32")
    #expect(six.contains(try #require(IPAddress("fd00:1:ffff::1"))))
    #expect(!six.contains(try #require(IPAddress("fd00:2::1"))))
    #expect(try AddressBlock("192.0.2.7/32").contains(try #require(IPAddress("192.0.2.7"))))
  }

  @Test(arguments: [
    "", "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/-1", "10.0.0.1/8", "0.0.0.0/0", "128.0.0.0/1",
    "::/0", "fd00::/8", "10.0.0/8", "10.0.0.0/8/8", "example.com/8", "10.0.0.0/255.0.0.0", " 10.0.0.0/8",
  ])
  func `no block of addresses`(text: String) {
    #expect(throws: WrongValue.self) { try AddressBlock(text) }
  }
}
