/// OpenID Connect Core §3.1.2.1: whole seconds; 0 counts and asks for a fresh login. Ten digits are 300 years.
enum MaxAgeCheck {
  static func check(_ text: String?) throws(AuthorizeRefusal) -> Seconds? {
    guard let text else { return nil }
    let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isNumber, text.utf8.count <= 10, let seconds = Int64(text) else { throw .maxAgeMalformed }
    return Seconds(seconds)
  }
}
