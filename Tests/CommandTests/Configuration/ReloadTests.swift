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
