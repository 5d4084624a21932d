import OneDoorRules
import Testing
import onedoor

@Suite struct EnvironmentTests {
  @Test func `a variable overrides the file`() throws {
    let environment = [
      "ONEDOOR_SESSIONS_IDLE": "7m", "ONEDOOR_LISTEN": "127.0.0.1:1,[::1]:2", "ONEDOOR_CONFIG": "elsewhere",
      "PATH": "/bin", "onedoor_threads": "x",
    ]
    let configuration = try load(leastFile + "sessions: {idle: 9m}\n", environment: environment)
    #expect(configuration.sessions.idle == .minutes(7))
    #expect(configuration.listen.map(\.description) == ["127.0.0.1:1", "[::1]:2"])
    #expect(configuration.stated.contains("sessions.idle"))
  }

  @Test func `a variable can be all there is for a setting`() throws {
    let file = leastFile.replacing("data: ./data\n", with: "")
    #expect(try load(file, environment: ["ONEDOOR_DATA": "/srv/x"]).data == "/srv/x")
  }

  @Test(arguments: [
    ("ONEDOOR_SESSION_IDLE", "4m", "names no setting: did you mean ONEDOOR_SESSIONS_IDLE?"),
    ("ONEDOOR_SESSIONS_IDEL", "4m", "names no setting: did you mean ONEDOOR_SESSIONS_IDLE?"),
    ("ONEDOOR_CONFG", "4m", "names no setting: did you mean ONEDOOR_CONFIG?"),
    ("ONEDOOR_HOUSING_SECRET", "x", "names no setting: names that begin with ONEDOOR_ are for settings only"),
    ("ONEDOOR_", "x", "names no setting: names that begin with ONEDOOR_ are for settings only"),
    ("ONEDOOR_TOKENS_ACCESS", "", "is empty: unset it, or give it a value (30s to 1h)"),
    ("ONEDOOR_THREADS", "0", "threads: \"0\" is out of range: from 1 to 256"),
    ("ONEDOOR_THREADS", " 2", "threads: \" 2\" wants a whole number"),
    ("ONEDOOR_LISTEN", "127.0.0.1:1,", "listen: \"\" wants an address and a port, as 127.0.0.1:8080"),
  ])
  func `wrong names and values are refused`(name: String, value: String, expected: String) {
    #expect(problems(leastFile, environment: [name: value]) == ["\(name): \(expected)"])
  }

  @Test func `what a variable overrides is checked all the same`() {
    #expect(
      problems(leastFile + "threads: many\n", environment: ["ONEDOOR_THREADS": "2"]) == [
        "c.yaml:6:10: threads: \"many\" wants a whole number"
      ])
  }
}
