import OneDoorClient
import OneDoorJOSE
import OneDoorMessages
import Testing

/// What a browser keeps for us: unreadable, unchangeable, and small enough to be kept.
@Suite struct SealedCookieTests {
  private static func department(
    secrets: [String] = [String(repeating: "a", count: 32)], id: String = "housing",
    issuer: String = "https://login.example", redirect: String = "https://housing.example/signin/callback"
  ) throws -> Department {
    try Department(
      OneDoorConfiguration(
        issuer: issuer, clientID: id, credentials: .secret("secret"), redirectURI: redirect, cookieSecrets: secrets))
  }

  private static func session(
    idKey: SigningKey = TokenForge.es256, name: String = "张伟", refresh: String? = String(repeating: "r", count: 120)
  ) throws -> BrowserSession {
    let sid = String(repeating: "s", count: 60)
    let sub = String(repeating: "u", count: 43)
    let access = try TokenForge.accessToken {
      $0["sid"] = .string(sid)
      $0["sub"] = .string(sub)
    }
    let identity = try TokenForge.idToken(key: idKey) {
      $0["sid"] = .string(sid)
      $0["sub"] = .string(sub)
      $0["at_hash"] = .string(TokenVerifier.hash(of: access))
      $0["name"] = .string(name)
      $0["preferred_username"] = "somebody.with.a.long.name"
      $0["email"] = "somebody.with.a.long.name@department.example.org"
      $0["email_verified"] = true
      $0["phone_number"] = "+8613800000000"
      $0["phone_number_verified"] = true
      $0["updated_at"] = .integer(TokenForge.now)
    }
    let verifier = TokenForge.verifier
    return BrowserSession(
      accessToken: try verifier.accessToken(access, keys: TokenForge.ring, now: TokenForge.now),
      idToken: try verifier.idToken(
        identity, nonce: "nonce-1", accessToken: access, maxAge: nil, keys: TokenForge.ring, now: TokenForge.now),
      refreshToken: refresh)
  }

  private func byteCount(_ cookie: SessionCookie, _ value: String) -> Int {
    cookie.name.utf8.count + 1 + value.utf8.count
  }

  @Test func `a session comes back as it went in, to the letter`() throws {
    let cookie = SessionCookie(try Self.department())
    for refresh in [nil, "refresh-1"] {
      let session = try Self.session(refresh: refresh)
      let opened = try #require(cookie.open(try cookie.seal(session)))
      #expect(opened.accessToken == session.accessToken.compact)
      #expect(opened.idToken == session.idToken)
      #expect(opened.refreshToken == refresh)
    }
  }

  @Test func `it fits a cookie with an RS256 ID token of 3072 bits and every claim`() throws {
    let cookie = SessionCookie(try Self.department(id: String(repeating: "d", count: 64)))
    let session = try Self.session(idKey: TokenForge.rs256, name: String(repeating: "长", count: 40))
    let sealed = try cookie.seal(session)
    #expect(byteCount(cookie, sealed) <= 3800)
    #expect(try #require(cookie.open(sealed)).idToken == session.idToken)
  }

  @Test func `what would not fit goes without its ID token, and then not at all`() throws {
    let cookie = SessionCookie(try Self.department())
    let long = try Self.session(idKey: TokenForge.rs256, name: String(repeating: "a", count: 3000))
    let sealed = try cookie.seal(long)
    #expect(byteCount(cookie, sealed) <= 3800)
    #expect(try #require(cookie.open(sealed)).idToken == nil)
    let error = #expect(throws: OneDoorError.self) {
      try cookie.seal(Self.session(refresh: String(repeating: "r", count: 3000)))
    }
    #expect(error?.code == .sessionTooLarge)
  }

  @Test func `the name follows the department and the encryption`() throws {
    #expect(SessionCookie(try Self.department()).name == "__Host-onedoor-housing")
    #expect(
      SessionCookie(try Self.department(redirect: "http://localhost:8081/signin/callback")).name == "onedoor-housing")
  }

  @Test func `the same session sealed twice differs, and no letter can be changed`() throws {
    let cookie = SessionCookie(try Self.department())
    let session = try Self.session()
    let sealed = try cookie.seal(session)
    #expect(try cookie.seal(session) != sealed)
    let letters = Array(sealed.utf8)
    for place in stride(from: 0, to: letters.count, by: 11) {
      var changed = letters
      changed[place] = changed[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      #expect(cookie.open(String(decoding: changed, as: UTF8.self)) == nil)
      #expect(cookie.open(String(decoding: letters[..<place], as: UTF8.self)) == nil)
    }
    for hostile in ["", "A", "====", String(repeating: "A", count: 3000), String(repeating: "é", count: 300)] {
      #expect(cookie.open(hostile) == nil)
    }
  }

  @Test func `two secrets open, the first seals, and a third opens nothing`() throws {
    let (old, new) = (String(repeating: "o", count: 32), String(repeating: "n", count: 40))
    let before = SessionCookie(try Self.department(secrets: [old]))
    let during = SessionCookie(try Self.department(secrets: [new, old]))
    let after = SessionCookie(try Self.department(secrets: [new]))
    let session = try Self.session()
    #expect(during.open(try before.seal(session)) != nil)
    #expect(after.open(try during.seal(session)) != nil)
    #expect(after.open(try before.seal(session)) == nil)
    #expect(before.open(try during.seal(session)) == nil)
  }

  @Test func `another department or provider with the same secret cannot open it, nor another purpose`() throws {
    let department = try Self.department()
    let sealed = try SessionCookie(department).seal(Self.session())
    #expect(SessionCookie(try Self.department(id: "business")).open(sealed) == nil)
    #expect(SessionCookie(try Self.department(issuer: "https://other.example")).open(sealed) == nil)
    #expect(SealedText(secrets: department.cookieSecrets, purpose: "other", of: department).open(sealed) == nil)
  }
}
