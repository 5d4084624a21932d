import OneDoorLogin
import OneDoorRules
import Testing

@Suite struct PasswordPolicyTests {
  let policy = PasswordPolicy(minimumLength: 12)

  func refusal(_ password: String) -> PasswordRefusal? {
    do {
      try policy.check(password, login: "zhang.wei", name: "张伟")
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    "a lone duck flies", "落霞与孤鹜齐飞秋水共长天一色", "correct-horse-battery", "Tr0ub4dor&3xy", "zq8#Lm2!vK9w", "пароль не пароль",
    "my password is a turtle lamp", "zhang.wei keeps two turtles", "aaaaaaaaaaaa but not only", "éèêëàâäîïôöù",
  ])
  func `no rule of composition stands in the way of a good password`(password: String) {
    #expect(refusal(password) == nil)
  }

  @Test func `length is counted in code points of the composed text`() {
    #expect(refusal("zq8#Lm2!vK9") == .tooShort(minimum: 12))
    #expect(refusal("") == .tooShort(minimum: 12))
    // Eleven letters, each typed as two.
    #expect(
      refusal("e\u{301}a\u{300}o\u{302}u\u{308}i\u{302}n\u{303}c\u{327}z\u{30C}s\u{30C}r\u{30C}d\u{30C}")
        == .tooShort(minimum: 12))
    let long = (0..<128).map { ["锦", "瑟", "无", "端", "五", "十", "弦"][$0 % 7 * ($0 % 5) % 7] }.joined()
    #expect(refusal(long) == nil)
    #expect(refusal(long + "一") == .tooLong(maximum: 128))
    #expect(refusal(String(repeating: "x", count: 100_000)) == .tooLong(maximum: 128))
    #expect(PasswordPolicy(minimumLength: 8).accepts("zq8#Lm2!"))
  }

  @Test(arguments: [
    "jonathan1234", "JONATHAN1234", "needforspeed", "Need For Speed", "justinbieber", "finalfantasy", "counterstrike",
    "congratulations", "sonyericsson", "leavemealone", "ｓｏｎｙｅｒｉｃｓｓｏｎ",
  ])
  func `common ones are refused, in any case or width`(password: String) { #expect(refusal(password) == .common) }

  @Test(arguments: [
    "123456789012", "qwertyuiop12", "1qaz2wsx3edc", "zaq1xsw2cde3", "abcdefghijkl", "987654321098", "112233445566",
    "qwertyuiopas",
    "asdfghjkl;'zxc", "aaaabbbbcccc", "ＱＷＥＲＴＹＵＩＯＰ１２",
  ])
  func `walks and counts are refused`(password: String) { #expect(refusal(password) == .predictable) }

  @Test(arguments: [
    "aaaaaaaaaaaa", "dragondragon", "abc123abc123", "x9Kq2x9Kq2x9Kq2", "zq8#Lm2!zq8#Lm2!", "123123123123",
    "张伟张伟张伟张伟张伟张伟",
  ])
  func `a repetition is as long as what it repeats`(password: String) { #expect(refusal(password) == .repetitive) }

  @Test(arguments: [
    "zhang.wei2027", "Zhang-Wei!2027", "OneDoor!2027", "onedoor zhang", "张伟张伟ZhangWei88", "p@ssw0rd!2027",
    "P455w0rd!!99",
    "mypassword99!", "iloveyou#2027", "5201314woaini", "wei zhang 1988",
  ])
  func `names and the commonest words are no passwords`(password: String) {
    #expect(refusal(password) == .containsName)
  }

  @Test func `the list holds at least 3,000`() { #expect(ListedPasswords.count >= 3_000) }

  @Test(arguments: [
    PasswordRefusal.tooShort(minimum: 12), .tooLong(maximum: 128), .common, .predictable, .repetitive, .containsName,
  ])
  func `every refusal says what to do`(refusal: PasswordRefusal) {
    #expect(refusal.text.hasSuffix("."))
    #expect(refusal.text.utf8.count > 20)
  }
}

extension PasswordPolicy {
  func accepts(_ password: String) -> Bool { (try? check(password, login: "zhang.wei", name: "张伟")) != nil }
}
