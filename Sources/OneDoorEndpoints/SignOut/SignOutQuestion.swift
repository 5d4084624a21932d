import OneDoorMessages
import OneDoorRules

/// The question that a page asks, sealed into it: about which department, since when, in which browser. An address to go
/// on to is not part of it: that takes a valid hint, and a valid hint is not asked about.
struct SignOutQuestion {
  let department: DepartmentID?
  let startedAt: UnixTime
  let browser: [UInt8]

  init(department: DepartmentID?, startedAt: UnixTime, browser: [UInt8]) {
    self.department = department
    self.startedAt = startedAt
    self.browser = browser
  }

  func encoded() -> [UInt8] {
    var encoder = ByteEncoder()
    encoder.int64(startedAt.seconds)
    encoder.fixed(browser)
    encoder.optional(department.map { Array($0.text.utf8) })
    return encoder.bytes
  }

  init?(decoding bytes: [UInt8]) {
    var decoder = ByteDecoder(bytes)
    guard let startedAt = decoder.int64().flatMap({ UnixTime(checking: $0) }), let browser = decoder.fixed(32),
      let department = decoder.optional(), decoder.isAtEnd
    else { return nil }
    self.init(
      department: department.flatMap { DepartmentID(String(decoding: $0, as: UTF8.self)) }, startedAt: startedAt,
      browser: browser)
  }
}
