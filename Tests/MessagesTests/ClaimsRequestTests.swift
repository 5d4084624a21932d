import OneDoorJOSE
import OneDoorMessages
import Testing

/// The `claims` parameter is JSON from outside: its shape is checked, its size bounded, and what nobody knows ignored.
@Suite struct ClaimsRequestTests {
  private func fault(_ text: String) -> ClaimsRequest.Fault? {
    do throws(ClaimsRequest.Fault) {
      _ = try ClaimsRequest(text)
      return nil
    } catch { return error }
  }

  @Test func `the two places are read, with essential, value and values`() throws {
    let request = try ClaimsRequest(
      """
      {"userinfo": {"name": null, "email": {"essential": true}, "phone_number": {"value": "+8613800000000"},
        "http://example.info/claims/groups": null, "name#ja-Kana-JP": null},
       "id_token": {"auth_time": {"essential": true}, "acr": {"values": ["a", "b"]}, "sub": {"value": "s"}},
       "verified_claims": 7}
      """)
    #expect(Set(request.userinfo.released.keys) == [.name, .email, .phoneNumber])
    #expect(request.userinfo.released[.name]?.values == [] && request.userinfo.released[.name]?.isEssential == false)
    #expect(request.userinfo.released[.email]?.isEssential == true)
    #expect(request.userinfo.released[.phoneNumber]?.values == ["+8613800000000"])
    #expect(request.idToken.released.isEmpty)
    #expect(request.idToken.context?.values == ["a", "b"] && request.idToken.context?.isEssential == false)
    #expect(request.idToken.subject?.values == ["s"])
    #expect(try ClaimsRequest("{}") == ClaimsRequest())
    #expect(try ClaimsRequest(#"{"userinfo": null, "id_token": {}}"#) == ClaimsRequest())
  }

  @Test(arguments: [
    "", "null", "[]", "\"x\"", "1", "{", "{}x", #"{"userinfo": []}"#, #"{"userinfo": true}"#,
    #"{"id_token": {"email": true}}"#, #"{"id_token": {"email": "x"}}"#, #"{"id_token": {"email": []}}"#,
    #"{"id_token": {"email": {"essential": "true"}}}"#, #"{"id_token": {"email": {"essential": 1}}}"#,
    #"{"id_token": {"email": {"values": "x"}}}"#, #"{"id_token": {"email": {"values": []}}}"#,
    #"{"id_token": {"email": {"value": "x", "values": ["y"]}}}"#, #"{"id_token": {"sub": {"value": 7}}}"#,
    #"{"id_token": {"acr": {"values": ["1", 1]}}}"#, #"{"id_token": {"email": null, "email": null}}"#,
    #"{"id_token": {}, "id_token": {}}"#, #"{"id_token": {"unknown": 7}}"#,
    #"{"x": [[[[[[[[1]]]]]]]]}"#, "{\"userinfo\": {\"name\": null}}\u{FEFF}",
  ])
  func `any other shape is malformed`(text: String) {
    #expect(fault(text) == .malformed)
  }

  @Test func `size, number of claims and number of values have limits`() {
    func many(_ count: Int) -> String {
      "{\"userinfo\":{" + (0..<count).map { "\"c\($0)\":null" }.joined(separator: ",") + "}}"
    }
    #expect(fault(many(64)) == nil)
    #expect(fault(many(65)) == .malformed)
    func values(_ count: Int) -> String {
      "{\"userinfo\":{\"email\":{\"values\":[" + (0..<count).map { "\($0)" }.joined(separator: ",") + "]}}}"
    }
    #expect(fault(values(16)) == nil)
    #expect(fault(values(17)) == .malformed)
    let padding = String(repeating: " ", count: ClaimsRequest.maximumBytes - 2)
    #expect(fault("{" + padding + "}") == nil)
    #expect(fault("{ " + padding + "}") == .tooLong)
  }

  @Test func `each claim has a bit of its own, which is stored and never another's`() {
    let bits = ReleasableClaim.allCases.map { ClaimSet([$0]).rawValue }
    #expect(bits == [1, 2, 4, 8, 16, 32, 64])
    #expect(ClaimSet(releasedBy: [.openid, .email]) == ClaimSet([.email, .emailVerified]))
    #expect(ClaimSet(releasedBy: .openid) == [])
  }
}
