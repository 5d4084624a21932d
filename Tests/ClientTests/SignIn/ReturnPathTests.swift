import OneDoorClient
import Testing

/// The corpus of open redirects (CVE-2021-32786, -39191, CVE-2019-20479, CVE-2022-23527 and their kin).
@Suite struct ReturnPathTests {
  @Test(arguments: [
    "", "//evil.example", "///evil.example", "/\\evil.example", "\\/evil.example", "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example", "/\r\nSet-Cookie: a=b", "\t//evil.example", " //evil.example", "/ /evil.example",
    "https://evil.example", "https:evil.example", "http:/evil.example", "javascript:alert(1)", "data:text/html,x",
    "evil.example", ".evil.example", "@evil.example", "?a", "#a", "/a\\b", "/a\0b", "/\u{7F}", "/é", "/\u{FF0F}evil",
    "/\u{3002}", "/\u{00A0}/evil", "/\u{2028}/evil", "/a b", "\u{FEFF}/a", "/\u{0B}/evil", "/\u{0C}/evil",
  ])
  func `what could lead away is no path`(text: String) {
    #expect(ReturnPath(text) == nil)
  }

  @Test(arguments: [
    "/", "/my/file", "/a?b=//evil.example", "/a?next=https://evil.example", "/%2F/evil", "/a#b", "/./a",
  ])
  func `what stays here is one`(text: String) {
    #expect(ReturnPath(text)?.text == text)
  }

  @Test func `a path has an end`() {
    #expect(ReturnPath("/" + String(repeating: "a", count: 511)) != nil)
    #expect(ReturnPath("/" + String(repeating: "a", count: 512)) == nil)
  }
}
