import Testing
import onedoor

@Suite struct SpellingTests {
  @Test(arguments: [
    ("sesions", "sessions"), ("sessoins", "sessions"), ("SESSIONS", "sessions"), ("sessions", "sessions"),
    ("redirect-uris", "redirect_uris"), ("redirecturis", "redirect_uris"), ("id", "id"), ("di", "id"),
  ])
  func `a slip finds its word`(word: String, expected: String) {
    #expect(Spelling.nearest(to: word, in: ["id", "sessions", "redirect_uris"]) == expected)
  }

  @Test(arguments: ["", "entirely different", "x", "sess", String(repeating: "s", count: 10_000)])
  func `what resembles nothing finds nothing`(word: String) {
    #expect(Spelling.nearest(to: word, in: ["id", "sessions", "redirect_uris"]) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("abc", "abc", 0), ("abcd", "acbd", 1), ("kitten", "sitting", 3),
    ("ca", "abc", 3),
  ])
  func `a swap of neighbours is one slip`(left: String, right: String, slips: Int) {
    #expect(Spelling.distance(Array(left.utf8), Array(right.utf8), limit: 5) == slips)
    #expect(Spelling.distance(Array(right.utf8), Array(left.utf8), limit: 5) == slips)
    if slips > 0 { #expect(Spelling.distance(Array(left.utf8), Array(right.utf8), limit: slips - 1) == nil) }
  }
}
