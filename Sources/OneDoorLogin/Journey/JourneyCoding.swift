import OneDoorMessages
import OneDoorRules

/// A journey as bytes, to be sealed. Every text is length-prefixed; a byte too many or too few is no journey.
extension Journey {
  private static let format: UInt8 = 1

  package var encoded: [UInt8] {
    var writer = ByteEncoder()
    writer.byte(Journey.format)
    writer.text(department.text)
    writer.int64(startedAt.seconds)
    writer.fixed(browser)
    switch step {
    case .signIn: writer.byte(0)
    case .continueAs(let person, let session):
      writer.byte(1)
      writer.int64(person.number)
      writer.int64(session.number)
    case .choosePassword(let proven):
      writer.byte(2)
      writer.int64(proven.person.number)
      writer.int64(proven.version)
      writer.int64(proven.at.seconds)
    }
    switch problem {
    case nil: writer.byte(0)
    case .mismatch: writer.byte(1)
    case .missingFields: writer.byte(2)
    case .tooManyAttempts(let wait):
      writer.byte(3)
      writer.int64(wait.value)
    case .busy(let wait):
      writer.byte(4)
      writer.int64(wait.value)
    case .newPassword(let problem):
      writer.byte(5)
      problem.write(to: &writer)
    case .stepExpired: writer.byte(6)
    }
    writer.text(username)
    // Nearly always said in the request already; long ones would not fit twice.
    let isInRequest = request["redirect_uri"].map { $0.utf8.elementsEqual(redirectURI.utf8) } ?? false
    writer.text(isInRequest ? "" : redirectURI)
    writer.byte(UInt8(truncatingIfNeeded: request.entries.count))
    for entry in request.entries {
      writer.text(entry.name)
      writer.text(entry.value)
    }
    return writer.bytes
  }

  package init?(encoded: [UInt8]) {
    var reader = ByteDecoder(encoded)
    guard reader.byte() == Journey.format, let department = reader.text().flatMap({ DepartmentID($0) }),
      let startedAt = reader.int64().flatMap({ UnixTime(checking: $0) }), let browser = reader.fixed(32),
      let step = Journey.step(&reader), let problem = Journey.problem(&reader),
      let username = reader.text(), let ownURI = reader.text(), let count = reader.byte()
    else { return nil }
    var entries: [Parameters.Entry] = []
    for _ in 0..<count {
      guard let name = reader.text(), let value = reader.text() else { return nil }
      entries.append(Parameters.Entry(name: name, value: value))
    }
    guard reader.isAtEnd else { return nil }
    let request = Parameters(entries)
    guard let redirectURI = ownURI.isEmpty ? request["redirect_uri"] : ownURI else { return nil }
    self.init(
      request: request, department: department, redirectURI: redirectURI, startedAt: startedAt, step: step,
      browser: browser, username: username, problem: problem.value)
  }

  private static func step(_ reader: inout ByteDecoder) -> Step? {
    switch reader.byte() {
    case 0: return .signIn
    case 1:
      guard let person = reader.int64(), let session = reader.int64() else { return nil }
      return .continueAs(PersonID(person), SessionID(session))
    case 2:
      guard let person = reader.int64(), let version = reader.int64(),
        let time = reader.int64().flatMap({ UnixTime(checking: $0) })
      else { return nil }
      return .choosePassword(ProvenStep(person: PersonID(person), version: version, at: time))
    default: return nil
    }
  }

  /// "No problem" is an answer too, so that it stands in a box.
  private struct Found { let value: Problem? }

  private static func problem(_ reader: inout ByteDecoder) -> Found? {
    switch reader.byte() {
    case 0: return Found(value: nil)
    case 1: return Found(value: .mismatch)
    case 2: return Found(value: .missingFields)
    case 3: return reader.int64().map { Found(value: .tooManyAttempts(retryAfter: Seconds($0))) }
    case 4: return reader.int64().map { Found(value: .busy(retryAfter: Seconds($0))) }
    case 5: return NewPasswordProblem(reading: &reader).map { Found(value: .newPassword($0)) }
    case 6: return Found(value: .stepExpired)
    default: return nil
    }
  }
}

extension ByteEncoder {
  fileprivate mutating func text(_ text: String) { prefixed(Array(text.utf8)) }
}

extension ByteDecoder {
  fileprivate mutating func text() -> String? { prefixed().flatMap { String(validating: $0, as: UTF8.self) } }
}
