import Testing
import onedoor

@Suite struct DocumentTests {
  @Test(arguments: [
    ("a: b", "c.yaml:1:5: the last line has no line end: the file may be half written"),
    ("---\na: b\n", "c.yaml:1:1: begins with --- but does not end with a line ... : the file may be half written"),
    ("# x\n---\na: b\n..\n", "c.yaml:2:1: begins with --- but does not end with a line"),
    ("a: b\r\n", "c.yaml:1:5: the character U+000D does not belong in this file: save the file with plain line ends"),
    ("\u{FEFF}a: b\n", "c.yaml:1:1: the character U+FEFF does not belong in this file"),
    ("a: 张\u{0}b\n", "c.yaml:1:5: the character U+0000 does not belong in this file"),
    ("a: b\u{202E}\n", "c.yaml:1:5: the character U+202E does not belong in this file"),
    ("a: b\u{E000}\n", "c.yaml:1:5: the character U+E000 does not belong in this file"),
    ("a: &x b\nc: *x\n", "c.yaml:1:4: anchors (&) and aliases (*) are not accepted: write the value out"),
    ("a: !!int 5\n", "c.yaml:1:4: tags (!) are not accepted"),
    ("a: !secret 5\n", "c.yaml:1:4: tags (!) are not accepted"),
    ("? [a]\n: b\n", "c.yaml:1:3: a name must be a plain word"),
    ("a: b\n---\nc: d\n", "c.yaml:2:1: is not YAML: "),
    ("a: [b\n", "c.yaml:2:1: is not YAML: "),
    ("a: b\n\tc: d\n", "c.yaml:2:"),
    ("a: *unknown\n", "c.yaml:1:4: is not YAML: found undefined alias"),
    (String(repeating: "[", count: 40) + "\n", "c.yaml:2:1: is not YAML: "),
    (
      String(repeating: "[", count: 40) + String(repeating: "]", count: 40) + "\n",
      "c.yaml:1:17: is nested too deeply"
    ),
  ])
  func `what is not plain YAML is refused where it stands`(text: String, expected: String) {
    let found = problems(text)
    #expect(found.first?.hasPrefix(expected) == true, "\(found)")
  }

  @Test func `bytes that are not UTF-8 are refused where they stand`() {
    let bytes = Array("a: b\nc: 张".utf8) + [0xC3, 0x28] + Array("\n".utf8)
    #expect(throws: ConfigurationErrors(.file("c.yaml", line: 2, column: 5), "is not UTF-8 here")) {
      try DocumentText.check(bytes, file: "c.yaml")
    }
  }

  @Test func `a file beyond 1 MiB is refused`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "\n"), count: DocumentText.limit + 1)
    #expect(throws: ConfigurationErrors(.wholeFile("c.yaml"), "is larger than 1 MiB")) {
      try DocumentText.check(bytes, file: "c.yaml")
    }
  }

  @Test func `an alias bomb costs nothing`() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...60 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(problems(text).allSatisfy { $0.hasSuffix("write the value out") })
  }

  @Test func `names that stand twice keep their places, in one line too`() throws {
    let node = try DocumentComposer.compose("{a: 1, 'a': 2, \"a\": 3, b: {c: 1, c: 2}}\n", file: "c.yaml")
    guard case .mapping(let entries) = node.content else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.name) == ["a", "a", "a", "b"])
    #expect(entries.map(\.place.description) == ["c.yaml:1:2", "c.yaml:1:8", "c.yaml:1:16", "c.yaml:1:24"])
    #expect(entries.map(\.value.place.description) == ["c.yaml:1:5", "c.yaml:1:13", "c.yaml:1:21", "c.yaml:1:27"])
  }

  @Test func `hundreds of names twice end in an error, not in hours`() {
    let text = (0..<300).map { "k\($0): 1\nk\($0): 1\n" }.joined()
    #expect(problems(text).first?.contains("is given twice") == true)
  }
}
