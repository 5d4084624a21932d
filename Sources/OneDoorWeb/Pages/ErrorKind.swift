/// The refusals that a person sees as a page. Each has its own heading, what happened and what to do, as
/// `error.<name>.heading`, `.happened` and `.remedy`.
package enum ErrorKind: Sendable, Equatable {
  case unknownDepartment
  case badRedirectURI
  case badRequest
  case expiredJourney
  case cookiesOff
  case departmentDisabled
  case notFound
  case methodNotAllowed
  case tooLarge
  /// Seconds, as in the answer's `Retry-After`.
  case unavailable(retryAfter: Int)
  case wrongDepartmentHint
  case signOutOfAnother
  case crossSite
  case internalFault

  package static let all: [ErrorKind] = [
    .unknownDepartment, .badRedirectURI, .badRequest, .expiredJourney, .cookiesOff, .departmentDisabled, .notFound,
    .methodNotAllowed, .tooLarge, .unavailable(retryAfter: 5), .wrongDepartmentHint, .signOutOfAnother, .crossSite,
    .internalFault,
  ]

  static let names: [String] = all.map(\.name)

  package var name: String {
    switch self {
    case .unknownDepartment: "unknownDepartment"
    case .badRedirectURI: "badRedirectURI"
    case .badRequest: "badRequest"
    case .expiredJourney: "expiredJourney"
    case .cookiesOff: "cookiesOff"
    case .departmentDisabled: "departmentDisabled"
    case .notFound: "notFound"
    case .methodNotAllowed: "methodNotAllowed"
    case .tooLarge: "tooLarge"
    case .unavailable: "unavailable"
    case .wrongDepartmentHint: "wrongDepartmentHint"
    case .signOutOfAnother: "signOutOfAnother"
    case .crossSite: "crossSite"
    case .internalFault: "internalFault"
    }
  }
}
