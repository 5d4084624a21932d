import OneDoorRules
import Testing
import onedoor

@Suite struct ConfigurationTests {
  @Test func `the least file serves, with the defaults of the table`() throws {
    let configuration = try load(leastFile)
    #expect(configuration.issuer.text == "http://localhost:8080")
    #expect(configuration.listen.map(\.description) == ["127.0.0.1:8080"])
    #expect(configuration.policy == Policy())
    #expect(configuration.threads == 4)
    #expect(configuration.login.hashers == 4)
    #expect(configuration.limits.headers == 100)
    #expect(configuration.limits.headerBytes == 32 * 1024)
    #expect(configuration.limits.bodyBytes == 64 * 1024)
    #expect(configuration.metrics.listen.isEmpty)
    #expect(configuration.keysRotation == .days(90))
    #expect(!configuration.tls.isOn)
    #expect(configuration.stated == ["issuer", "listen", "data", "keys", "store"])
  }

  @Test func `everything that can be said arrives where it belongs`() throws {
    let configuration = try load(fullFile)
    #expect(configuration.issuer.isSecure)
    #expect(configuration.issuer.port == 443)
    #expect(configuration.listen.map(\.description) == ["0.0.0.0:443", "[::]:443"])
    #expect(configuration.databasePath == "/srv/onedoor/data/onedoor.sqlite")
    #expect(configuration.tls.certificate == "/etc/onedoor/chain.pem")
    #expect(configuration.tls.key == "/etc/onedoor/key.pem")
    #expect(configuration.trustedProxies.map(\.description) == ["10.1.2.0/24", "fd00:1::/32"])
    #expect(configuration.sessions.idle == .minutes(10))
    #expect(configuration.sessions.absolute == .hours(2))
    #expect(configuration.tokens.access == .minutes(2))
    #expect(configuration.tokens.id == .minutes(1))
    #expect(configuration.tokens.code == 30)
    #expect(configuration.passwords.minimum == 15)
    #expect(configuration.login.queue == 16)
    #expect(configuration.limits.connections == 512)
    #expect(configuration.limits.headerBytes == 16 * 1024)
    #expect(configuration.metrics.listen.map(\.description) == ["127.0.0.1:9464"])
    #expect(configuration.log.level == .notice)
    #expect(configuration.policy.minimumPasswordLength == 15)
    #expect(configuration.stated == Set(Setting.table.map(\.key)))
  }

  @Test func `everything wrong is told at once, with its line and column`() {
    let file = """
      issuer: http://example.com
      listen: [127.0.0.1:8080, example.com:1]
      data: ./data
      data: ./other
      sesions: {idle: 5m}
      sessions:
        idle: 5
        ide: 4m
        idle: 6m
        "idle": 7m
      tokens: {access: 2h, access: 3m, id: 5x}
      idle: 5m
      sessions.absolute: 4h
      threads: [1]
      log: debug
      login: {hashers: }
      store: postgres

      """
    #expect(
      problems(file) == [
        "c.yaml: keys is missing (path): Private keys, made by onedoor key generate.",
        "c.yaml:1:9: issuer: \"http://example.com\" must be https: http is for localhost, 127.0.0.0/8 and [::1] only",
        "c.yaml:2:26: listen: \"example.com:1\" wants a numeric address or localhost before the port",
        "c.yaml:4:1: data is given twice, first in line 3",
        "c.yaml:5:1: sesions is no setting: did you mean sessions?",
        "c.yaml:7:9: sessions.idle: \"5\" wants a number and a unit (s, m, h, d), as 30m",
        "c.yaml:8:3: sessions.ide is no setting: did you mean sessions.idle?",
        "c.yaml:9:3: sessions.idle is given twice, first in line 7",
        "c.yaml:10:3: sessions.idle is given twice, first in line 7",
        "c.yaml:11:18: tokens.access: \"2h\" is out of range: from 30s to 1h",
        "c.yaml:11:22: tokens.access is given twice, first in line 11",
        "c.yaml:11:38: tokens.id: \"5x\" wants a number and a unit (s, m, h, d), as 30m",
        "c.yaml:12:1: idle is no setting: did you mean sessions.idle?",
        "c.yaml:13:1: sessions.absolute is no setting: write it as sessions: {absolute: …}",
        "c.yaml:14:10: threads wants one value (1 to 256), and not a list",
        "c.yaml:15:6: log wants settings, as log: {level: …}, and not a single value",
        "c.yaml:16:18: login.hashers has no value: remove it, or give it one (1 to 64)",
        "c.yaml:17:8: store: \"postgres\" must be sqlite",
      ])
  }

  @Test(arguments: [
    ("", "c.yaml: issuer is missing"),
    ("- a\n", "c.yaml:1:1: wants names and values"),
    ("word\n", "c.yaml:1:1: wants names and values"),
    (leastFile + "sessions:\n", "c.yaml:6:1: sessions has nothing in it"),
    (leastFile + "limits: {headers: {a: 1}}\n", "c.yaml:6:19: limits.headers wants a value"),
    (leastFile + "metrics: {listen: [[a]]}\n", "c.yaml:6:20: metrics.listen wants a value here"),
    (leastFile.replacing("127.0.0.1:8080", with: "[]"), "c.yaml:2:9: listen is an empty list"),
    (leastFile.replacing("127.0.0.1:8080", with: "[127.0.0.1:1, 127.0.0.1:1]"), "c.yaml:2:23: listen: 127.0.0.1:1 is"),
    (leastFile + "metrics: {listen: 10.0.0.1:9464}\n", "c.yaml:6:19: metrics.listen: \"10.0.0.1:9464\" must be a loop"),
    (leastFile + "passwords: {minimum: 8}\n", "c.yaml:6:22: passwords.minimum: \"8\" is out of range: from 12 to 64"),
    (leastFile.replacing("./data", with: "~/data"), "c.yaml:3:7: data: \"~/data\" begins with ~"),
  ])
  func `a file of the wrong shape is refused where it is wrong`(file: String, expected: String) {
    let found = problems(file)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test func `the file is found by option, then environment, then default`() {
    #expect(Configuration.path(option: "a", environment: ["ONEDOOR_CONFIG": "b"]) == "a")
    #expect(Configuration.path(option: nil, environment: ["ONEDOOR_CONFIG": "b"]) == "b")
    #expect(Configuration.path(option: nil, environment: [:]) == "config/onedoor.yaml")
  }

  @Test func `a file that is not there is named`() {
    #expect(throws: ConfigurationErrors(.wholeFile("/no/such"), "cannot be read: No such file or directory")) {
      try Configuration.load(path: "/no/such", environment: [:])
    }
    #expect(throws: ConfigurationErrors(.wholeFile("/"), "cannot be read: Is a directory")) {
      try Configuration.load(path: "/", environment: [:])
    }
  }
}
