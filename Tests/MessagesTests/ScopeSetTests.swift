import OneDoorMessages
import Testing

@Suite struct ScopeSetTests {
  @Test func `scopes are read, unknown ones dropped, malformed ones refused`() {
    #expect(ScopeSet.parse("openid email") == [.openid, .email])
    #expect(ScopeSet.parse("openid  xyz email") == [.openid, .email])
    #expect(ScopeSet.parse("") == [])
    for bad in ["openid\temail", "openid\"", "open\\id", "openid\u{E9}", "a\nb"] { #expect(ScopeSet.parse(bad) == nil) }
    #expect(ScopeSet([.email, .openid]).text == "openid email")
  }

  @Test func `the stored bits never change`() {
    let bits = Scope.allCases.map { ScopeSet([$0]).rawValue }
    #expect(bits == [1, 2, 4, 8, 16, 32])
  }
}
