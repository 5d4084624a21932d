/// Single sign-on as a signed-in citizen meets it at the next department: authorize, then the department redeems the
/// code. The driver is browser and department in one.
final class HopVisitor: Visitor {
  private let citizen: Citizen
  private var code: String?

  init(_ citizen: Citizen) { self.citizen = citizen }

  func next() -> [UInt8] { code.map(citizen.redemption) ?? citizen.authorizeWithSession }

  func take(_ answer: HTTPAnswer) throws -> Bool {
    if code == nil {
      code = try citizen.code(in: answer)
      return false
    }
    code = nil
    try citizen.takeTokens(answer)
    return true
  }
}
