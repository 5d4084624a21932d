package import OneDoorMessages

/// Where the answer to an authorization request goes, and how. It holds the verified redirect URI: an open redirect cannot
/// be written.
package struct ReturnAddress: Sendable, Equatable {
  package let department: LocalizedName
  package let redirectURI: VerifiedRedirectURI
  package let mode: ResponseMode
  package let state: String?

  package init(
    department: LocalizedName, redirectURI: VerifiedRedirectURI, mode: ResponseMode = .query, state: String?
  ) {
    self.department = department
    self.redirectURI = redirectURI
    self.mode = mode
    self.state = state
  }

  /// A doubled state has no one value to echo; an over-long one is not carried through the answer. A response mode that
  /// this provider does not have, or not for this address, is refused in the query.
  init(of parameters: Parameters, for department: Department, at redirectURI: VerifiedRedirectURI) {
    let state = parameters.repeats("state") ? nil : parameters["state"]
    let asked = parameters.repeats("response_mode") ? nil : parameters["response_mode"].flatMap(ResponseMode.init)
    self.init(
      department: department.name, redirectURI: redirectURI,
      mode: asked == .formPost && redirectURI.takesForms ? .formPost : .query,
      state: state.flatMap { $0.utf8.count <= AuthorizationRequest.maximumStateBytes ? $0 : nil })
  }

  /// RFC 6749 §4.1.2 with `state`; RFC 9207 §2: `iss` tells the department which provider answered.
  package func answer(_ parameters: [(name: String, value: String)], issuer: String) -> AuthorizationAnswer {
    let echo = state.map { [(name: "state", value: $0)] } ?? []
    return AuthorizationAnswer(address: self, parameters: parameters + echo + [(name: "iss", value: issuer)])
  }
}

/// What goes back to the department.
package struct AuthorizationAnswer: Sendable {
  package let address: ReturnAddress
  package let parameters: [(name: String, value: String)]

  package var location: String { address.redirectURI.location(parameters) }
}
