/// What must be known of an answer's head to find its end.
struct AnswerFrame {
  let status: Int
  let bodyCount: Int

  /// Every operation answers with a length; an answer without one has no body.
  init(_ head: ArraySlice<UInt8>) throws {
    let digits = head.dropFirst(9).prefix(3)
    guard head.starts(with: "HTTP/1.1 ".utf8), let status = Int(String(decoding: digits, as: UTF8.self)) else {
      throw BenchFailure("not an HTTP answer: \(String(decoding: head.prefix(60), as: UTF8.self))")
    }
    self.status = status
    var length = 0
    if let start = head.index(after: "\r\ncontent-length: ") {
      for byte in head[start...] {
        guard (48...57).contains(byte), length < 1 << 30 else { break }
        length = length * 10 + Int(byte - 48)
      }
    }
    bodyCount = length
  }
}
