import OneDoorMessages
import OneDoorRules
import Testing

@Suite struct RefusalTests {
  @Test func `every refusal cites a specification by section and says what to do in one line`() {
    let refusals: [any Refusal] = PageRefusal.allCases + AuthorizeRefusal.allCases + TokenRefusal.allCases
    #expect(refusals.count > 70)
    for refusal in refusals {
      #expect(refusal.spec.contains("§"), "\(refusal)")
      #expect(refusal.text.hasSuffix("."), "\(refusal)")
      #expect((15...160).contains(refusal.text.utf8.count), "\(refusal)")
      // RFC 6749 §5.2: error_description is limited to printable ASCII without quote and backslash.
      #expect(refusal.text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }, "\(refusal)")
    }
  }

  @Test func `a storage failure is never answered as a success`() {
    #expect(TokenRefusal.unavailable.status == 503)
    #expect(PageRefusal.unavailable.status == 503)
    for refusal in TokenRefusal.allCases { #expect(refusal.status >= 400) }
  }
}
