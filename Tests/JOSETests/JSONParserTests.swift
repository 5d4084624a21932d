import OneDoorJOSE
import Testing

struct JSONParserTests {
  private func parse(_ text: String) throws(JSONError) -> JSON { try JSON.parse(Array(text.utf8)) }

  @Test func `values of every kind`() throws {
    let json = try parse(#" {"a": [null, true, false, -1, 2.5, 1e3, "x\u00e9\ud834\udd1e\n\/"], "b": {}} "#)
    #expect(json == ["a": [nil, true, false, -1, 2.5, 1000.0, "x\u{E9}\u{1D11E}\n/"], "b": [:]])
  }

  @Test func `integers keep all their digits, and what does not fit is no integer`() throws {
    #expect(try parse("9223372036854775807") == .integer(.max))
    #expect(try parse("-9223372036854775808") == .integer(.min))
    #expect(try parse("9223372036854775808").integer == nil)
    #expect(try parse("-0") == .integer(0))
    for text in ["1.0", "1e3", "1E0", "1e300"] { #expect(try parse(text).integer == nil) }
  }

  @Test(arguments: ["1e309", "-1e309", "1" + String(repeating: "0", count: 600)])
  func `a number that no Double holds is refused`(text: String) {
    #expect(throws: JSONError.number(at: 0)) { try parse(text) }
  }

  @Test(arguments: [#"{"a":1,"a":1}"#, #"{"a":1,"b":{"c":1,"\u0063":2}}"#, #"{"":1,"":2}"#])
  func `a member given twice is refused, however it is spelt (CVE-2022-39227)`(text: String) {
    #expect(throws: JSONError.self) { try parse(text) }
  }

  @Test func `a member given twice is found among thousands`() throws {
    let many = (0..<5000).map { "\"m\($0)\":\($0)" }
    #expect(try parse("{\(many.joined(separator: ","))}").object?.members.count == 5000)
    #expect(throws: JSONError.duplicate("m17")) { try parse("{\(many.joined(separator: ",")),\"m17\":0}") }
  }

  @Test func `names that are only canonically equal are different names`() throws {
    let json = try parse("{\"\u{E9}\":1,\"e\u{301}\":2,\"K\":3,\"\u{212A}\":4}")
    #expect(json.object?["\u{E9}"] == 1)
    #expect(json.object?["e\u{301}"] == 2)
    #expect(json.object?["K"] == 3)
    #expect(JSON.string("K") != JSON.string("\u{212A}"))
  }

  @Test func `depth and size end where the limits say`() throws {
    let deep = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(throws: Never.self) { try parse(deep) }
    #expect(throws: JSONError.tooDeep) { try parse("[\(deep)]") }
    #expect(throws: JSONError.tooDeep) { try parse(String(repeating: "{\"a\":", count: 100_000)) }
    #expect(throws: Never.self) { try parse("[[],[[]],{}]") }
    let long = "\"" + String(repeating: "a", count: 1 << 20) + "\""
    #expect(throws: JSONError.tooLong) { try parse(long) }
    #expect(throws: JSONError.tooLong) {
      try JSON.parse([0x31, 0x32], limits: JSONLimits(maximumBytes: 1, maximumDepth: 1))
    }
  }

  @Test func `what other parsers let pass is refused`() {
    let texts = [
      "", " ", "\u{FEFF}{}", "{\"a\":1,}", "[1,]", "[,1]", "{a:1}", "{'a':1}", "01", "+1", ".5", "1.", "1e", "NaN",
      "Infinity", "True", "nul", "\"\t\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"",
      "{}x", "{} {}", "[1 2]", "{\"a\" 1}", "{\"a\":}", "\"", "\"\\", "\"\\u", "-", "--1", "/**/1", "{1:1}",
    ]
    for text in texts { #expect(throws: JSONError.self, "\(text)") { try parse(text) } }
    for bytes in [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0xFF, 0xFE, 0x7B, 0],
    ] {
      #expect(throws: JSONError.self) { try JSON.parse(bytes.map { UInt8($0) }) }
    }
  }

  @Test func `every prefix of a document is refused`() {
    let bytes = Array(#"{"a":[1.5e-3,"\u00e9\n",true,null],"b":{"c":-1}}"#.utf8)
    for count in 0..<bytes.count {
      #expect(throws: JSONError.self) { try JSON.parse(Array(bytes.prefix(count))) }
    }
  }
}
