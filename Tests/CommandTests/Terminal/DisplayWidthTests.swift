import Testing
import onedoor

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("张伟", 4), ("e\u{301}", 1), ("é", 1), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("ｱ", 1), ("Ａ", 2), ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇨🇳", 2), ("❤️", 2), ("שלום", 4), ("a\u{200B}b", 2),
    ("，", 2), ("𠀀", 2), ("😀a", 3), ("ก็", 1),
  ])
  func `cells of a text`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("张伟王芳", 5, "张伟…"), ("张伟王芳", 6, "张伟…"),
    ("张伟", 1, "…"), ("abc", 0, ""),
  ])
  func `a text is cut to its room`(text: String, width: Int, expected: String) {
    #expect(TerminalText.fitted(text, to: width) == expected)
    #expect(DisplayWidth.of(TerminalText.fitted(text, to: width)) <= width)
  }

  @Test func `text cannot command the terminal`() {
    let text = "\u{1B}]0;owned\u{7}\u{9B}31m\r\n\u{202E}gpj.exe"
    let harmless = TerminalText.harmless(text)
    #expect(harmless == "\u{FFFD}]0;owned\u{FFFD}\u{FFFD}31m\u{FFFD}\u{FFFD}\u{FFFD}gpj.exe")
    #expect(TerminalText.harmless("张伟 e\u{301}") == "张伟 e\u{301}")
  }
}
