import OneDoorMessages
import OneDoorRules
import Testing

@Suite struct AuthorizationRequestTests {
  private func refusal(
    _ changes: [String: String?] = [:], adding: [(String, String)] = [],
    of department: Department = Fixture.department()
  ) -> AuthorizeRefusal? {
    do throws(AuthorizeFault) {
      _ = try AuthorizationRequest.check(Fixture.parameters(changes, adding: adding), of: department)
      return nil
    } catch {
      guard case .redirect(let refusal) = error else { return nil }
      return refusal.refusal
    }
  }

  @Test func `a good request is read whole`() throws {
    let request = try AuthorizationRequest.check(
      Fixture.parameters(["max_age": "0", "foo": "bar"]), of: Fixture.department())
    #expect(request.scopes == [.openid, .profile])
    #expect(request.state == "s" && request.nonce == "n" && request.maxAge == 0)
    #expect(request.codeChallenge?.count == 32)
  }

  @Test(
    arguments: [
      (["response_type": nil], AuthorizeRefusal.responseTypeMissing), (["response_type": ""], .responseTypeMissing),
      (["response_type": "token"], .responseTypeUnsupported),
      (["response_type": "code id_token"], .responseTypeUnsupported),
      (["response_type": "id_token"], .responseTypeUnsupported), (["response_type": "none"], .responseTypeUnsupported),
      (["response_type": "Code"], .responseTypeUnsupported), (["response_mode": "fragment"], .responseModeUnknown),
      (["response_mode": "web_message"], .responseModeUnknown), (["request": "e30."], .requestObject),
      (["claims": "{"], .claimsMalformed), (["claims": String(repeating: " ", count: 2_049)], .claimsTooLong),
      (["claims": #"{"id_token":{"acr":{"essential":true,"values":["x","y"]}}}"#], .contextUnreachable),
      (["request_uri": "https://x.example"], .requestURI), (["scope": nil], .scopeWithoutOpenID),
      (["scope": "profile"], .scopeWithoutOpenID), (["scope": "openid\tprofile"], .scopeMalformed),
      (["code_challenge": nil], .challengeMissing), (["code_challenge": ""], .challengeMissing),
      (["code_challenge_method": nil], .challengeMethodUnsupported),
      (["code_challenge_method": "plain"], .challengeMethodUnsupported),
      (["code_challenge_method": "s256"], .challengeMethodUnsupported),
      (["code_challenge": "short"], .challengeMalformed),
      (["code_challenge": Fixture.challenge + "="], .challengeMalformed), (["prompt": "create"], .promptUnknown),
      (["prompt": "none login"], .promptNoneCombined), (["max_age": "-1"], .maxAgeMalformed),
      (["max_age": "1e3"], .maxAgeMalformed),
      (["max_age": "99999999999"], .maxAgeMalformed), (["max_age": "٣"], .maxAgeMalformed),
      (["nonce": String(repeating: "n", count: 129)], .nonceTooLong),
      (["state": String(repeating: "s", count: 2049)], .stateTooLong),
    ] as [([String: String?], AuthorizeRefusal)])
  func `each fault has its own refusal`(changes: [String: String?], expected: AuthorizeRefusal) {
    #expect(refusal(changes) == expected)
  }

  @Test func `a doubled parameter is refused, known or not, and a doubled state is not echoed`() {
    for (name, value) in Fixture.good where name != "client_id" && name != "redirect_uri" {
      #expect(refusal(adding: [(name, value)]) == .duplicateParameter, "\(name)")
    }
    #expect(refusal(adding: [("x", "1"), ("x", "2")]) == .duplicateParameter)
    do throws(AuthorizeFault) {
      _ = try AuthorizationRequest.check(Fixture.parameters(adding: [("state", "t")]), of: Fixture.department())
    } catch {
      guard case .redirect(let refusal) = error else { return #expect(Bool(false), "a page") }
      #expect(refusal.state == nil)
    }
  }

  @Test func `before the redirect URI is verified the refusal is a page`() {
    for (changes, adding, expected) in [
      (["redirect_uri": nil], [], PageRefusal.redirectURIMissing),
      (["redirect_uri": "https://evil.example"], [], .redirectURIMismatch),
      ([:], [("redirect_uri", "https://evil.example")], .duplicateParameter),
    ] as [([String: String?], [(String, String)], PageRefusal)] {
      #expect(throws: AuthorizeFault.page(expected)) {
        try AuthorizationRequest.check(Fixture.parameters(changes, adding: adding), of: Fixture.department())
      }
    }
    let disabled = Fixture.department { $0.isEnabled = false }
    #expect(throws: AuthorizeFault.page(.departmentDisabled)) {
      try AuthorizationRequest.check(Fixture.parameters(), of: disabled)
    }
  }

  @Test func `the error answer carries state and iss, RFC 9207`() throws {
    do throws(AuthorizeFault) {
      _ = try AuthorizationRequest.check(Fixture.parameters(["response_type": "token"]), of: Fixture.department())
    } catch {
      guard case .redirect(let refusal) = error else { return #expect(Bool(false), "a page") }
      let location = refusal.answer(issuer: "https://login.example").location
      #expect(location.hasPrefix("https://housing.example/signin/callback?error=unsupported_response_type&"))
      #expect(location.hasSuffix("&state=s&iss=https%3A%2F%2Flogin.example"))
    }
  }

  @Test func `an answer as a form needs an address that takes forms`() throws {
    let app = Fixture.department(redirectURIs: ["com.example.app:/cb"], authentication: .none)
    let changes: [String: String?] = ["redirect_uri": "com.example.app:/cb", "response_mode": "form_post"]
    #expect(refusal(changes, of: app) == .formPostToApp)
    let request = try AuthorizationRequest.check(
      Fixture.parameters(["response_mode": "form_post"]), of: Fixture.department())
    #expect(request.address.mode == .formPost)
  }

  @Test func `PKCE gives way only as the department is registered`() {
    let without: [String: String?] = ["code_challenge": nil, "code_challenge_method": nil]
    let orNonce = Fixture.department { $0.pkce = .orNonce }
    #expect(refusal(without, of: orNonce) == nil)
    #expect(refusal(without.merging(["nonce": nil]) { $1 }, of: orNonce) == .nonceMissing)
    #expect(
      refusal(["code_challenge": nil], of: orNonce) == .challengeMissing, "a method without a challenge is a downgrade")
    let off = Fixture.department { $0.pkce = .off }
    #expect(refusal(without.merging(["nonce": nil]) { $1 }, of: off) == nil)
    #expect(refusal(["code_challenge_method": "plain"], of: off) == .challengeMethodUnsupported)
  }

  @Test func `a department gets the scopes it registered and never more`() throws {
    let department = Fixture.department { $0.scopes = [.openid, .email, .offlineAccess, .revocation] }
    let request = try AuthorizationRequest.check(
      Fixture.parameters(["scope": "openid profile email offline_access revocation unknown"]), of: department)
    #expect(request.scopes == [.openid, .email])
  }

  @Test func `a department without the grant is refused`() {
    #expect(refusal(of: Fixture.department { $0.grants = [.clientCredentials] }) == .grantNotRegistered)
  }
}
