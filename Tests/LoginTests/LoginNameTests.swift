import OneDoorLogin
import OneDoorRules
import Testing

@Suite struct LoginNameTests {
  @Test(arguments: [
    ("zhang.wei", "zhang.wei"), (" Zhang.Wei ", "zhang.wei"), ("ｚｈａｎｇ．ｗｅｉ", "zhang.wei"),
    ("ZHANG。WEI", "zhang.wei"), ("\u{3000}zhang.wei\t", "zhang.wei"), ("zhang\u{200B}.wei\u{FEFF}", "zhang.wei"),
    ("e\u{301}mile", "\u{E9}mile"), ("E\u{301}MILE", "\u{E9}mile"), ("\u{212A}im", "kim"), ("张伟", "张伟"),
    ("\u{202D}zhang.wei\u{202C}", "zhang.wei"),
  ])
  func `every spelling of a login name is one`(typed: String, text: String) throws {
    let name = try #require(LoginName(typed))
    #expect(Array(name.text.utf8) == Array(text.utf8))
    #expect(name == LoginName(text))
  }

  @Test(arguments: [
    "+8613800000000", "+86 138 0000 0000", "0086-138-0000-0000", "13800000000", "138 0000 0000", "8613800000000",
    "＋８６　１３８００００００００", "(+86) 138.0000.0000", "\u{202D}+86 138\u{2011}0000\u{2011}0000\u{202C}",
  ])
  func `every spelling of a phone number is one`(typed: String) {
    #expect(LoginName(typed)?.phone?.text == "+8613800000000")
  }

  @Test(arguments: [
    "zhang.wei", "Zhang-Wei_7", "zhang.wei+x@example.org", "张伟", "o'neil", "+86 138 0000 0000", "13800000000",
  ])
  func `a hint that could be typed stands in the form as it came`(hint: String) {
    #expect(LoginName.hinted(hint) == hint)
  }

  @Test(arguments: [
    "", " ", "call +8613800000000 to unlock", "zhang wei", "\"><script>", "https://evil.example/", "a\u{0}b", "a\nb",
    "<b>", "a;b", "a\u{2028}b", "🎁", String(repeating: "h", count: 129), String(repeating: "张", count: 65),
  ])
  func `a hint that says anything else is dropped`(hint: String) {
    #expect(LoginName.hinted(hint) == nil)
  }

  @Test(arguments: [
    "zhang.wei", "10086", "02012345678", "+1", "1380000000", "+0123456789", "+12345678901234567890", "", "+86+138",
  ])
  func `what does not say whose number it is is no phone number`(typed: String) {
    #expect(PhoneNumber(typed) == nil)
  }

  @Test func `foreign numbers keep their country`() {
    #expect(PhoneNumber("+44 20 7946 0000")?.text == "+442079460000")
    #expect(PhoneNumber("0044 20 7946 0000")?.text == "+442079460000")
  }

  @Test(arguments: ["", "   ", "\u{200B}", "a\u{0}b", "a\nb", String(repeating: "a", count: 129)])
  func `what can be nobody's name is no login name`(typed: String) { #expect(LoginName(typed) == nil) }

  @Test func `a name of 128 characters is one`() {
    #expect(LoginName(String(repeating: "张", count: 128)) != nil)
    #expect(LoginName(String(repeating: "a", count: 1_000_000)) == nil)
  }
}
