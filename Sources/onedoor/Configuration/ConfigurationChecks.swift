import OneDoorRules

/// The rules that hold between settings. Each is right on its own by now.
struct ConfigurationChecks {
  let places: [String: Place]
  let file: String

  func problems(of configuration: Configuration) -> [ConfigurationProblem] {
    var found: [ConfigurationProblem] = []
    func require(_ holds: Bool, _ key: String, _ message: String) {
      if !holds { found.append(ConfigurationProblem(places[key] ?? .wholeFile(file), message)) }
    }
    let (tls, issuer) = (configuration.tls, configuration.issuer)
    require(tls.certificate == nil || tls.key != nil, "tls.certificate", "tls.certificate is given without tls.key")
    require(tls.key == nil || tls.certificate != nil, "tls.key", "tls.key is given without tls.certificate")
    if issuer.isSecure {
      require(
        tls.isOn || !configuration.trustedProxies.isEmpty, "issuer",
        "issuer is https: give tls, or name in trusted_proxies the proxies that end TLS")
    } else {
      require(!tls.isOn, "tls.certificate", "tls is given, but issuer says http")
      // Passwords would cross a network in the clear.
      require(
        configuration.listen.allSatisfy(\.address.isLoopback), "listen",
        "listen must be a loopback address while issuer is http")
    }
    require(
      configuration.sessions.idle <= configuration.sessions.absolute, "sessions.idle",
      "sessions.idle is longer than sessions.absolute")
    require(
      configuration.tokens.access <= configuration.sessions.absolute, "tokens.access",
      "tokens.access is longer than sessions.absolute")
    require(
      configuration.tokens.id <= configuration.sessions.absolute, "tokens.id",
      "tokens.id is longer than sessions.absolute")
    require(
      !configuration.metrics.listen.contains { $0.port != 0 && configuration.listen.contains($0) }, "metrics.listen",
      "metrics.listen is also in listen")
    // A Unix socket's path has room for 107 bytes.
    require(
      configuration.socketPath.utf8.count <= 107, "data",
      "data is too long a path: the admin socket in it may have 107 bytes")
    return found
  }
}
