import OneDoorCrypto
import OneDoorMessages
import OneDoorRules
import Testing

@Suite struct CodeGrantTests {
  static let redirectURI = "https://housing.example/signin/callback"

  static func contents(challenge: [UInt8]? = SHA256.hash(Array(Fixture.verifier.utf8)), nonce: String? = "n")
    -> CodeContents
  {
    CodeContents(
      id: CodeID(bytes: Array(repeating: 1, count: 16)), participation: Fixture.handle,
      department: Fixture.id("housing"),
      redirectURIHash: SHA256.hash(Array(redirectURI.utf8)), codeChallenge: challenge, issuedAt: Fixture.now,
      authentication: Authentication(time: Fixture.now - 5, acr: .password, amr: [.pwd]), scopes: [.openid, .email],
      nonce: nonce)
  }

  private func refusal(
    _ contents: CodeContents = CodeGrantTests.contents(), redirectURI: String? = CodeGrantTests.redirectURI,
    verifier: String? = Fixture.verifier, by department: Department = Fixture.department(), after: Seconds = 1
  ) -> TokenRefusal? {
    let entries = [("redirect_uri", redirectURI), ("code_verifier", verifier)].compactMap { name, value in
      value.map { Parameters.Entry(name: name, value: $0) }
    }
    do throws(TokenRefusal) {
      try CodeGrant.check(
        contents, Parameters(entries), by: department, policy: Fixture.policy, now: Fixture.now + after)
      return nil
    } catch { return error }
  }

  @Test func `a code passes for its department, redirect URI, verifier and minute alone`() {
    #expect(refusal() == nil)
    #expect(refusal(by: Fixture.department("business")) == .codeOfAnotherDepartment)
    #expect(refusal(redirectURI: nil) == .redirectURIMismatch)
    #expect(refusal(redirectURI: Self.redirectURI + "/") == .redirectURIMismatch)
    #expect(refusal(after: 59) == nil)
    #expect(refusal(after: 60) == .codeExpired)
  }

  @Test func `PKCE cannot be dropped on either side, CVE-2024-23647, CVE-2023-48228`() {
    #expect(refusal(verifier: nil) == .verifierMissing)
    #expect(refusal(verifier: "") == .verifierMissing)
    #expect(refusal(verifier: Fixture.verifier + "x") == .verifierMismatch)
    #expect(refusal(verifier: Fixture.challenge) == .verifierMismatch, "plain")
    #expect(refusal(verifier: "short") == .verifierMalformed)
    #expect(refusal(verifier: String(repeating: "a", count: 129)) == .verifierMalformed)
    #expect(refusal(Self.contents(challenge: nil)) == .verifierUnexpected)
    #expect(refusal(Self.contents(challenge: nil), verifier: nil) == nil)
  }

  @Test func `the contents survive their encoding, and no prefix of it decodes`() {
    let named = CodeContents(
      id: CodeID(bytes: Array(repeating: 1, count: 16)), participation: Fixture.handle, department: Fixture.id("a"),
      redirectURIHash: SHA256.hash([]), codeChallenge: nil, issuedAt: Fixture.now,
      authentication: Authentication(time: Fixture.now, acr: .password, amr: [.pwd]), scopes: [.openid],
      namedClaims: ClaimSet([.email]), nonce: nil, resource: ResourceTag(of: Fixture.id("business")))
    for contents in [Self.contents(), Self.contents(challenge: nil, nonce: nil), named] {
      let bytes = contents.encoded()
      #expect(CodeContents(decoding: bytes) == contents)
      for count in bytes.indices { #expect(CodeContents(decoding: Array(bytes[..<count])) == nil) }
      #expect(CodeContents(decoding: bytes + [0]) == nil)
    }
  }

  @Test func `the largest code fits 512 bytes once sealed`() {
    let largest = CodeContents(
      id: CodeID(bytes: Array(repeating: 1, count: 16)), participation: Fixture.handle,
      department: Fixture.id(String(repeating: "d", count: 64)), redirectURIHash: SHA256.hash([]),
      codeChallenge: SHA256.hash([]), issuedAt: Fixture.now,
      authentication: Authentication(time: Fixture.now, acr: .password, amr: [.pwd]), scopes: [.openid],
      namedClaims: ClaimSet(ReleasableClaim.allCases), nonce: String(repeating: "n", count: 128),
      resource: ResourceTag(of: Fixture.id("business")))
    let sealed = largest.encoded().count + 4 + AES256GCM.overhead
    #expect((sealed * 4 + 2) / 3 <= 512)
  }
}
