import OneDoorMessages
import OneDoorRules

/// Where a sign-out goes on to once it is done: sealed into the page that asks, and checked again on its answer.
struct SignOutContinuation {
  let department: DepartmentID?
  let postLogoutRedirectURI: String?
  let state: String?
  let startedAt: UnixTime
  let browser: [UInt8]

  func encoded() -> [UInt8] {
    var encoder = ByteEncoder()
    encoder.int64(startedAt.seconds)
    encoder.fixed(browser)
    encoder.optional(department.map { Array($0.text.utf8) })
    encoder.optional(postLogoutRedirectURI.map { Array($0.utf8) })
    encoder.optional(state.map { Array($0.utf8) })
    return encoder.bytes
  }

  init(
    department: DepartmentID?, postLogoutRedirectURI: String?, state: String?, startedAt: UnixTime, browser: [UInt8]
  ) {
    self.department = department
    self.postLogoutRedirectURI = postLogoutRedirectURI
    self.state = state
    self.startedAt = startedAt
    self.browser = browser
  }

  init?(decoding bytes: [UInt8]) {
    var decoder = ByteDecoder(bytes)
    guard let startedAt = decoder.int64(), let browser = decoder.fixed(32), let department = decoder.optional(),
      let uri = decoder.optional(), let state = decoder.optional(), decoder.isAtEnd
    else { return nil }
    self.init(
      department: department.flatMap { DepartmentID(String(decoding: $0, as: UTF8.self)) },
      postLogoutRedirectURI: uri.map { String(decoding: $0, as: UTF8.self) },
      state: state.map { String(decoding: $0, as: UTF8.self) }, startedAt: UnixTime(startedAt), browser: browser)
  }
}
