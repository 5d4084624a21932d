import OneDoorMessages
import Testing

@Suite struct FormURLEncodingTests {
  private func parse(_ text: String) throws -> [[String]] {
    try FormURLEncoding.parse(Array(text.utf8)).entries.map { [$0.name, $0.value] }
  }

  @Test func `what a browser sends is read`() throws {
    #expect(
      try parse("a=1&b=x+y%20z&c&d=&=e&&f=%E5%BC%A0") == [
        ["a", "1"], ["b", "x y z"], ["c", ""], ["d", ""], ["", "e"], ["f", "张"],
      ])
    #expect(try parse("") == [])
    #expect(try parse("%61=1&a=2") == [["a", "1"], ["a", "2"]])
  }

  @Test(arguments: [
    ("a=%", FormURLEncoding.Fault.percent), ("a=%4", .percent), ("a=%zz", .percent), ("%g0=1", .percent),
    ("a=%ff", .utf8), ("a=%c0%80", .utf8), ("a=%ed%a0%80", .utf8), ("a=%00", .control), ("%00=a", .control),
  ])
  func `what a lenient reader would repair is refused`(text: String, fault: FormURLEncoding.Fault) {
    #expect(throws: fault) { try FormURLEncoding.parse(Array(text.utf8)) }
  }

  @Test func `more than a hundred parameters are refused`() {
    let text = Array(repeating: "a=1", count: 101).joined(separator: "&")
    #expect(throws: FormURLEncoding.Fault.tooMany) { try FormURLEncoding.parse(Array(text.utf8)) }
  }

  @Test func `a duplicate is found by its decoded name, empty or not`() throws {
    #expect(try FormURLEncoding.parse(Array("a=&%61=1".utf8)).firstDuplicate == "a")
    #expect(try FormURLEncoding.parse(Array("a=1&A=1".utf8)).firstDuplicate == nil)
    #expect(Parameters(["\u{E9}": "1", "e\u{301}": "2"]).firstDuplicate == nil, "names are bytes")
  }

  @Test func `an empty value counts as omitted`() { #expect(Parameters(["a": ""])["a"] == nil) }

  @Test func `everything written is read back`() throws {
    let nasty = "a b+c&d=e%f\r\n\u{1F600}é/\\\"'<>"
    let text = FormURLEncoding.encode([(name: nasty, value: nasty)])
    #expect(text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    #expect(try parse(text) == [[nasty, nasty]])
  }
}
