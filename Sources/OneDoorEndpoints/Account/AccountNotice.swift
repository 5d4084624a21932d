import OneDoorLogin
package import OneDoorRules

/// What the page about the password says above its form.
package enum AccountNotice: Sendable, Equatable {
  case changed
  case currentMissing
  case currentWrong
  case new(NewPasswordProblem)
  case tooManyAttempts(retryAfter: Seconds)
  case busy(retryAfter: Seconds)
}

extension AccountNotice {
  /// A notice is one session's and one quarter of an hour's: it travels sealed, or a link could make the page say anything.
  private static let life: Seconds = .minutes(15)

  func encoded(for session: SessionID, at now: UnixTime) -> [UInt8] {
    var writer = ByteEncoder()
    writer.int64(session.number)
    writer.int64(now.seconds)
    switch self {
    case .changed: writer.byte(0)
    case .currentMissing: writer.byte(1)
    // The waits are answers themselves and never travel.
    case .currentWrong, .tooManyAttempts, .busy: writer.byte(2)
    case .new(let problem):
      writer.byte(3)
      problem.write(to: &writer)
    }
    return writer.bytes
  }

  static func open(_ sealed: String?, for session: SessionID, with seal: Seal, at now: UnixTime) -> AccountNotice? {
    guard let sealed, let bytes = seal.open(sealed, at: now) else { return nil }
    var reader = ByteDecoder(bytes)
    guard reader.int64() == session.number, let time = reader.int64().flatMap({ UnixTime(checking: $0) }),
      time <= now + Policy.clockSkew, now < time + life, let kind = reader.byte()
    else { return nil }
    let notice: AccountNotice?
    switch kind {
    case 0: notice = .changed
    case 1: notice = .currentMissing
    case 2: notice = .currentWrong
    case 3: notice = NewPasswordProblem(reading: &reader).map { .new($0) }
    default: notice = nil
    }
    return reader.isAtEnd ? notice : nil
  }
}
