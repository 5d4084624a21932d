import OneDoorRules
import Testing
import onedoor

@Suite struct ReloadTests {
  @Test func `reloadable settings are taken, others wait for a start`() throws {
    let running = try load(fullFile)
    let new = try load(
      fullFile.replacing("idle: 10m", with: "idle: 5m").replacing("threads: 2", with: "threads: 3")
        .replacing("data: /srv/onedoor/data", with: "data: /elsewhere"))
    let reload = try running.reloaded(with: new, path: "c.yaml")
    #expect(reload.configuration.sessions.idle == .minutes(5))
    #expect(reload.configuration.threads == 2)
    #expect(reload.configuration.data == "/srv/onedoor/data")
    #expect(reload.waiting == ["data", "threads"])
  }

  /// Another value for each setting that reloads.
  private static let others = [
    "keys_rotation": "31d", "tls.certificate": "/other/chain.pem", "tls.key": "/other/key.pem",
    "trusted_proxies": "192.0.2.0/24", "sessions.idle": "11m", "sessions.absolute": "3h", "tokens.access": "3m",
    "tokens.id": "2m", "tokens.code": "31s", "passwords.minimum": "16", "log.level": "debug",
  ]

  @Test(arguments: Setting.table.filter { $0.reloads != nil })
  func `what a setting is said to reload differs when the setting does`(setting: Setting) throws {
    let part = try #require(setting.reloads)
    let other = try #require(Self.others[setting.key], "no other value here for \(setting.key)")
    let before = try load(fullFile)
    let after = try before.reloaded(
      with: try load(fullFile, environment: [setting.variable: other]), path: "c.yaml")
    #expect(after.waiting.isEmpty)
    #expect(!setting.isEqual(before, after.configuration))
    for other in ReloadedPart.allCases {
      #expect(Self.differs(other, before, after.configuration) == (other == part), "\(setting.key): \(other)")
    }
  }

  /// What `Reloading` hands on for each part.
  private static func differs(_ part: ReloadedPart, _ before: Configuration, _ after: Configuration) -> Bool {
    switch part {
    case .policy: before.policy != after.policy
    case .trustedProxies: before.trustedProxies != after.trustedProxies
    case .certificate: before.tls != after.tls
    case .keyRotation: before.keysRotation != after.keysRotation
    case .logLevel: before.log != after.log
    }
  }

  @Test func `a setting that is gone keeps the old configuration`() throws {
    let running = try load(fullFile)
    let file = fullFile.replacing("  idle: 10m   # stricter than the default\n", with: "")
    #expect(
      throws: ConfigurationErrors(
        .wholeFile("c.yaml"), "sessions.idle is in force and no longer given: write the value you want, or start anew")
    ) { try running.reloaded(with: try load(file), path: "c.yaml") }
  }

  @Test func `what is taken must fit what stays`() throws {
    let running = try load(leastFile)
    let secure =
      leastFile.replacing("http://localhost:8080", with: "https://login.example")
      + "tls: {certificate: a, key: b}\n"
    let new = try load(secure)
    // The issuer waits for a start, the certificate would not.
    #expect(throws: ConfigurationErrors(.wholeFile("c.yaml"), "tls is given, but issuer says http")) {
      try running.reloaded(with: new, path: "c.yaml")
    }
  }
}
