import Foundation
import Glibc
import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

/// What an operator does to a provider: restart it, turn its keys, start it where it must not start.
@Suite struct OperatingJourney {
  @Test func `CVE-2026-9802: after a restart sessions live, and what was dead stays dead`() async throws {
    let world = try await World.start()
    let (housing, app) = (world.registry.housing, world.registry.app)
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    let kept = try await visitor.tokens(at: housing, as: person)
    let rotated = try await visitor.tokens(at: app, as: person)
    let second = try await world.refresh(rotated.refresh, by: app).granted()
    let third = try await world.refresh(second.refresh, by: app).granted()
    let used = try AuthorizationRequest(housing)
    let usedCode = try await visitor.code(used, as: person)
    _ = try await world.token(used.redemption(usedCode), by: housing).granted()
    let open = try AuthorizationRequest(housing)
    let openCode = try await visitor.code(open, as: person)
    let spent = world.assertionForm(try world.assertion(of: world.registry.court))
    let grant = [("grant_type", "client_credentials")]
    #expect(try await world.http.post(world.issuer + "/token", form: grant + spent).status == 200)
    let gone = Visitor(world: world)
    let ended = try await gone.tokens(at: housing, as: try world.newPerson())
    let endedCookie = gone.sessionCookie
    #expect(try await world.revoke(ended.refresh, by: housing).status == 200)
    let revoked = try await gone.tokens(at: housing, as: world.registry.persons[1])
    #expect(
      try await world.onedoor("session", "revoke", "--person", world.registry.persons[1].login, "--yes").exitCode == 0)
    let guessed = try world.newPerson()
    let guesser = Visitor(world: world)
    for _ in 0..<5 {
      _ = try await guesser.submit(try await guesser.visit(try AuthorizationRequest(housing)), guessed, password: "no")
    }

    try await world.restart()

    #expect(try await world.isActive(kept.access, by: housing))
    #expect(try await world.refresh(kept.refresh, by: housing).status == 200)
    #expect(try await visitor.ask(try AuthorizationRequest(housing)).locationQuery["code"] != nil)
    #expect(try await world.token(open.redemption(openCode), by: housing).status == 200)
    #expect(try await world.refresh(third.refresh, by: app).status == 200)
    #expect(try await world.http.post(world.issuer + "/token", form: grant + spent).status == 401)
    for tokens in [ended, revoked] {
      #expect(try await !world.isActive(tokens.access, by: housing))
      #expect(try await world.refresh(tokens.refresh, by: housing).error == "invalid_grant")
    }
    #expect(gone.sessionCookie == endedCookie || endedCookie != nil)
    #expect(try await gone.http.get(world.issuer + "/").page.headings == ["You are not signed in"])
    let waits = try await guesser.submit(try await guesser.visit(try AuthorizationRequest(housing)), guessed)
    #expect(waits.status == 429)
    // Old values once more, which end what they belong to.
    #expect(try await world.refresh(rotated.refresh, by: app).error == "invalid_grant")
    #expect(try await world.refresh(third.refresh, by: app).error == "invalid_grant")
    #expect(try await world.token(used.redemption(usedCode), by: housing).error == "invalid_grant")
    #expect(try await world.refresh(kept.refresh, by: housing).error == "invalid_grant")
  }

  @Test func `keys turn without anybody noticing: published first, used later, and old tokens still good`() async throws
  {
    let world = try await World.start()
    let (housing, stock) = (world.registry.housing, world.registry.stock)
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    let before = try await visitor.tokens(at: housing, as: person)
    let rotated = try await world.json("key", "rotate")
    #expect(rotated["made"]?.array?.count == 3)
    let published = try await world.keyRing()
    #expect(published.keys.count == 6)
    // Not used yet: departments have to fetch it first.
    let soon = try await world.refresh(before.refresh, by: housing).granted()
    #expect(header(of: soon.access)?.kid == header(of: before.access)?.kid)

    // Its day comes. The time is in the file's name, so the name is changed and the server told.
    for name in world.folder.names(in: "keys") where name.hasSuffix(".pem") {
      let parts = name.dropLast(4).split(separator: "-")
      guard parts.count == 3, parts[2] > Self.stamp(Date()) else { continue }
      let now = "\(parts[0])-\(parts[1])-\(Self.stamp(Date().addingTimeInterval(-1))).pem"
      try FileManager.default.moveItem(
        atPath: world.folder.path("keys/\(name)"), toPath: world.folder.path("keys/\(now)"))
    }
    try world.process.hangUp()
    let turned = try await eventually("a token by the new key") {
      let next = try await world.refresh(before.refresh, by: housing).granted()
      return header(of: next.access)?.kid == header(of: before.access)?.kid ? nil : next
    }
    let ring = try await world.keyRing()
    for token in [before.access, turned.access] {
      #expect(throws: Never.self) { try ring.verify(try UnverifiedJWS(compact: token), type: "at+jwt") }
      #expect(try await world.isActive(token, by: housing))
    }
    #expect(throws: Never.self) { try published.verify(try UnverifiedJWS(compact: turned.access), type: "at+jwt") }
    let plain = try await visitor.tokens(at: stock, as: person)
    #expect(header(of: plain.id)?.alg == "RS256")
    #expect(throws: Never.self) { try ring.verify(try UnverifiedJWS(compact: plain.id), type: "JWT") }
    #expect(try await world.refresh(before.refresh, by: housing).status == 200)

    // A reload of what is not in order changes nothing.
    let some = try #require(world.folder.names(in: "keys").first { $0.hasPrefix("token-ES256") })
    let path = world.folder.path("keys/\(some)")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    try world.process.hangUp()
    try await world.process.waitForLine(containing: some)
    #expect(try await world.refresh(before.refresh, by: housing).status == 200)
  }

  @Test func `a second server on the same data is refused by the lock, and a command speaks to the first`() async throws
  {
    let world = try await World.start(persons: 1)
    let second = try await world.onedoor("serve")
    #expect(second.exitCode == 1)
    #expect(second.stderr.contains("data/lock"))
    #expect(second.stderr.contains("\(try world.process.pid)"))
    #expect(try world.process.isRunning)
    #expect(try await world.http.get(world.issuer + "/health/ready").status == 200)
    let again = try await world.onedoor("apply", "-f", "registry.yaml", environment: world.registry.environment)
    #expect(again.exitCode == 0 && (again.stdout + again.stderr).contains("Nothing to change."))
    try await world.stop()
    let list = try await world.onedoor("session", "list")
    #expect(list.exitCode != 0 && list.stderr.contains("no server") || list.stderr.contains("not running"))
    #expect(try await world.onedoor("person", "list").exitCode == 0)
  }

  @Test func `keys that others may read, or that are missing or mixed up: no start, and the file is named`()
    async throws
  {
    let world = try await World(persons: 1)
    let names = world.folder.names(in: "keys").filter { $0.hasSuffix(".key") || $0.hasSuffix(".pem") }
    #expect(names.count == 6)
    func start() async throws -> String {
      let result = try await world.onedoor("serve")
      #expect(result.exitCode == 1)
      return result.stderr
    }
    for name in names {
      let path = world.folder.path("keys/\(name)")
      for mode in [0o644, 0o640, 0o604] {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        let words = try await start()
        #expect(words.contains(name) && words.contains("chmod 600"), "\(name) \(String(mode, radix: 8)): \(words)")
      }
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      let bytes = try world.folder.bytes("keys/\(name)")
      try FileManager.default.removeItem(atPath: path)
      let missing = try await start()
      #expect(missing.contains(name.hasSuffix(".pem") ? String(name.dropLast(21)) : name), "\(name) gone: \(missing)")
      try world.folder.write("keys/\(name)", "")
      #expect(try await start().contains(name), "\(name) empty")
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
    let pairwise = try world.folder.bytes("keys/pairwise.key")
    let other = Base64URL.encode(try SecureRandom.bytes(32)) + "\n"
    try world.folder.write("keys/pairwise.key", other)
    #expect(try await start().contains("pairwise.key"))
    try world.folder.write("keys/pairwise.key", String(decoding: pairwise, as: UTF8.self))
    let pems = names.filter { $0.hasPrefix("token-") }.sorted()
    let (es, rs) = (try world.folder.read("keys/\(pems[0])"), try world.folder.read("keys/\(pems[1])"))
    try world.folder.write("keys/\(pems[0])", rs)
    try world.folder.write("keys/\(pems[1])", es)
    let mixed = try await start()
    #expect(mixed.contains(pems[0]) || mixed.contains(pems[1]))
    try world.folder.write("keys/\(pems[0])", es)
    try world.folder.write("keys/\(pems[1])", rs)
    try await world.serve()
  }

  @Test func `SIGTERM ends streams and answers at once, and within ten seconds`() async throws {
    let world = try await World.start(persons: 1)
    let machine = try await world.token(
      [("grant_type", "client_credentials"), ("scope", "revocation")], by: world.registry.machine
    ).granted()
    let stream = try await RawConnection(port: world.port)
    try await stream.send(
      "GET /revocation/stream HTTP/1.1\r\nHost: localhost:\(world.port)\r\nAuthorization: Bearer \(machine.access)\r\n\r\n"
    )
    #expect(try await stream.read(until: "data: ").status == 200)
    let asked = ContinuousClock.now
    try await world.stop()
    #expect(ContinuousClock.now - asked < .seconds(11))
    #expect(try await stream.readToEnd().isClosed)
  }

  private static func stamp(_ date: Date) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "UTC")
    format.dateFormat = "yyyyMMdd'T'HHmmss'Z'"
    return format.string(from: date)
  }
}
