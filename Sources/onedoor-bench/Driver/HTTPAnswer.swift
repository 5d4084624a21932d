/// An answer as it came, looked into only where a visitor asks.
struct HTTPAnswer {
  let status: Int
  /// Status line and fields, with the empty line.
  let head: [UInt8]
  let body: [UInt8]

  private static let lineEnd: UInt8 = 13

  var location: String? { head.text(after: "\r\nlocation: ", before: HTTPAnswer.lineEnd) }

  /// The value of a cookie that this answer sets; the text begins with `\r\nset-cookie: ` and ends with `=`.
  func cookie(_ field: StaticString) -> String? { head.text(after: field, before: UInt8(ascii: ";")) }

  func require(_ expected: Int, _ what: String) throws {
    guard status != expected else { return }
    throw BenchFailure(
      "\(what): \(status), not \(expected): \(String(decoding: head + body.prefix(400), as: UTF8.self))")
  }

  func missing(_ what: String) -> BenchFailure {
    BenchFailure("no \(what) in: \(String(decoding: head + body.prefix(1000), as: UTF8.self))")
  }
}
