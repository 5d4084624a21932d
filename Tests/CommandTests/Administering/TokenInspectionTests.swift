import OneDoorJOSE
import OneDoorRules
import Testing
import onedoor

@Suite struct TokenInspectionTests {
  private static let now = UnixTime(1_800_000_000)
  private static let good: JSONObject = [
    "iss": "https://id.example", "aud": "housing", "exp": 1_800_000_100, "iat": 1_799_999_900,
  ]

  private func faults(_ name: String, _ value: JSON?, audience: String? = "housing") -> [String] {
    var claims = Self.good
    claims[name] = value
    return TokenInspection.faults(in: claims, issuer: "https://id.example", audience: audience, at: Self.now)
  }

  @Test func `a good token has no fault`() {
    #expect(faults("sub", "x") == [])
    #expect(faults("aud", ["other", "housing"]) == [])
    #expect(faults("aud", "anything", audience: nil) == [])
  }

  @Test(
    arguments: [
      ("iss", "https://id.example/", "iss is"), ("iss", nil, "iss is none"), ("aud", "business", "aud is business"),
      ("exp", 1_799_999_940, "it expired"), ("exp", nil, "no time of expiry"), ("exp", 1e300, "no time of expiry"),
      ("iat", 1_800_000_061, "iat lies ahead"), ("nbf", 1_800_000_061, "nbf lies ahead"),
    ] as [(String, JSON?, String)])
  func `each fault is told`(name: String, value: JSON?, words: String) {
    let found = faults(name, value)
    #expect(found.count == 1)
    #expect(found.first?.contains(words) == true)
  }
}
