/// What a browser's request says about itself, apart from its parameters.
package struct RequestOrigin: Sendable, Equatable {
  /// Values of our cookies; nil where there is none, or where one was sent twice.
  package var sessionCookie: String?
  package var browserCookie: String?
  package var deviceCookie: String?
  /// The browser says that another site's page sent this form.
  package var isCrossSitePost: Bool

  package init(
    sessionCookie: String? = nil, browserCookie: String? = nil, deviceCookie: String? = nil,
    isCrossSitePost: Bool = false
  ) {
    self.sessionCookie = sessionCookie
    self.browserCookie = browserCookie
    self.deviceCookie = deviceCookie
    self.isCrossSitePost = isCrossSitePost
  }
}

/// What becomes of our cookies with an answer.
package enum CookieChange: Sendable, Equatable {
  case setSession(String)
  case clearSession
  case setBrowser(String)
  case setDevice(String)
}
