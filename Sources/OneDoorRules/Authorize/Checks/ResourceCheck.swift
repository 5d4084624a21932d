import OneDoorMessages

/// RFC 8707 §2: a department that this one may call, or its own audience; one at a time.
enum ResourceCheck {
  static func check(
    _ parameters: Parameters, among resources: CallableResources
  ) throws(AuthorizeRefusal) -> Department? {
    switch parameters["resource"].map(resources.choose) {
    case nil, .own: return nil
    case .other(let resource): return resource
    case .notAllowed: throw .resourceNotAllowed
    }
  }
}
