import OneDoorMessages

/// A request that no endpoint gets to see.
enum EdgeFault: Error, Equatable {
  case malformed(FormURLEncoding.Fault)
  case wrongContentType
  case encodedBody
  case duplicateAuthorization
  case tooLarge
  case tooSlow
  case truncated
  case unknownExpectation
  case noHost
  case malformedTarget
  case notFound
  case methodNotAllowed

  var status: Int {
    switch self {
    case .tooLarge: 413
    case .tooSlow: 408
    case .unknownExpectation: 417
    case .notFound: 404
    case .methodNotAllowed: 405
    default: 400
    }
  }

  /// Nothing that follows on the connection can be trusted, or is wanted.
  var closes: Bool {
    switch self {
    case .tooLarge, .tooSlow, .truncated, .unknownExpectation, .noHost, .malformedTarget: true
    default: false
    }
  }

  var text: String {
    switch self {
    case .malformed(.tooMany): "There are too many parameters."
    case .malformed(.percent): "A parameter has a percent sign that begins no escape."
    case .malformed(.utf8): "A parameter is not UTF-8."
    case .malformed(.control): "A parameter holds a NUL."
    case .wrongContentType: "The body must be application/x-www-form-urlencoded."
    case .encodedBody: "The body must not be compressed."
    case .duplicateAuthorization: "Authorization was sent more than once."
    case .tooLarge: "The body is too large."
    case .tooSlow: "The request took too long."
    case .truncated: "The body is shorter than it was said to be."
    case .unknownExpectation: "Only 100-continue can be expected here."
    case .noHost: "The request must name one host."
    case .malformedTarget: "The address cannot be read."
    case .notFound: "There is nothing at this address."
    case .methodNotAllowed: "This address does not take this method."
    }
  }
}
