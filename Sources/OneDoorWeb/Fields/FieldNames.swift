import HTTPTypes

/// Field names that the library has no constant for.
extension HTTPField.Name {
  private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .server }

  static let hostField = named("host")
  static let xForwardedFor = named("x-forwarded-for")
  static let xAccelBuffering = named("x-accel-buffering")
  static let secFetchSite = named("sec-fetch-site")
  static let referrerPolicy = named("referrer-policy")
}
