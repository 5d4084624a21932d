/// Passwords of twelve characters and more that people really choose, and the short words that the others are made of
/// (ASVS 6.2.4). From the public lists of leaked passwords in SecLists, the likeliest by the rank of their parts; what the
/// rules on repetition, walks and words refuse by themselves is left out.
package enum ListedPasswords {
  /// Whether a case-folded password is one, with or without what separates its words.
  static func contains(_ folded: [Unicode.Scalar]) -> Bool {
    let bytes = String(String.UnicodeScalarView(folded)).utf8.filter { !separators.contains($0) }
    return lists.contains { entries(of: $0).contains { $0.elementsEqual(bytes) } }
  }

  private static let separators = Array(" -_.".utf8)

  private static let lists = [fromDigits, fromAToF, fromGToL, fromMToR, fromSToZ]

  /// The lists stay text in the binary's constants: a scan of 70 KB costs microseconds, and a new password is rare.
  private static func entries(of list: StaticString) -> [Slice<UnsafeBufferPointer<UInt8>>] {
    UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount)
      .split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
  }

  package static var count: Int { lists.reduce(0) { $0 + entries(of: $1).count } }

  static let words = [
    "password", "passwort", "passwd", "qwerty", "qwertyuiop", "asdfgh", "asdfghjkl", "zxcvbn", "zxcvbnm", "letmein",
    "welcome", "iloveyou", "monkey", "dragon", "master", "sunshine", "princess", "football", "baseball", "basketball",
    "superman", "batman", "shadow", "michael", "jordan", "charlie", "freedom", "whatever", "trustno", "starwars",
    "computer", "internet", "samsung", "google", "facebook", "liverpool", "chelsea", "arsenal", "secret", "admin",
    "administrator", "login", "changeme", "default", "hello", "summer", "winter", "spring", "autumn", "flower",
    "woaini", "aini", "woaiwojia", "mima", "nihao", "zhongguo", "china", "beijing", "shanghai", "guangdong", "taobao",
    "alibaba", "tencent", "baidu", "wechat", "weixin", "government", "123456789", "12345678", "1234567", "123456",
    "12345", "1234", "123123", "111111", "000000", "666666", "888888", "1314520", "5201314", "520", "1314", "112233",
    "abc123", "abcd", "1q2w3e", "1qaz2wsx", "qazwsx", "q1w2e3", "my", "the", "密码",
  ]
}
