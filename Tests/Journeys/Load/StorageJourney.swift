import Foundation
import TestSupport
import Testing

/// Storage is as large as what lives, and what is in it tells nobody anything.
@Suite struct StorageJourney {
  @Test func `storage returns to its size after the sessions have ended`() async throws {
    let world = try await World.start(persons: 10)
    let empty = try DatabaseRows(world.databasePath)
    var largest = 0
    for round in 0..<2 {
      try await StorageJourney.fill(world)
      let full = try DatabaseRows(world.databasePath)
      #expect(full["session"] == 40 && full["participation"] == 120 && full["family"] == 120)
      if round == 0 { largest = full.pages } else { #expect(full.pages <= largest + 4, "the second round grew it") }
      #expect(try await world.onedoor("session", "revoke", "--all", "--yes").exitCode == 0)
      try await eventually("the sweep", within: .seconds(45), every: .milliseconds(250)) {
        let now = try DatabaseRows(world.databasePath)
        let left = ["session", "participation", "family"].map { now[$0] }
        return left.allSatisfy { $0 == 0 } ? true : nil
      }
      // What an end leaves is one event and one cut-off, whatever it ended.
      let swept = try DatabaseRows(world.databasePath)
      #expect(swept["event"] == round + 1 && swept["cut_off"] == round + 1 && swept["ended"] == 0)
      // Used codes are kept in mind for an hour, as clocks may be set back.
      let left = swept.total - swept["event"] - swept["cut_off"] - swept["code"]
      #expect(left == empty.total, "\(swept.counts)")
    }
  }

  /// Forty sessions at three departments each.
  private static func fill(_ world: World) async throws {
    let registry = world.registry
    try await withThrowingTaskGroup(of: Void.self) { group in
      for person in registry.persons {
        group.addTask {
          for _ in 0..<4 {
            let visitor = Visitor(world: world)
            for department in [registry.housing, registry.app, registry.tax] {
              try await visitor.tokens(at: department, as: person)
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func `no secret, token, code or personal datum is in the output or readable in the files`() async throws {
    let world = try await World.start(persons: 3, settings: "log: {level: trace}")
    let registry = world.registry
    var canaries = Canaries()
    for person in registry.persons {
      canaries.add("password", person.password, isShort: true)
      canaries.add("name", person.name)
      canaries.add("login name", person.login)
      canaries.add("phone", person.phone)
      canaries.add("e-mail", person.email)
    }
    for department in registry.departments { canaries.add("secret of \(department.id)", department.secret) }
    for department in [registry.housing, registry.tax, registry.court, registry.app] {
      let visitor = Visitor(world: world)
      let request = try AuthorizationRequest(department)
      let page = try await visitor.visit(request)
      canaries.add("journey", page.page.form(action: "/login")?["j"]?.value)
      let wrong = try await visitor.submit(page, registry.persons[0], password: "wrong canary password")
      let answer = try await visitor.submit(wrong, registry.persons[0])
      let code = try #require(answer.locationQuery["code"])
      let tokens = try await world.token(request.redemption(code), by: department).granted()
      canaries.add("code", code)
      canaries.add("verifier", request.verifier)
      canaries.add("state", request.state)
      for token in [tokens.access, tokens.refresh, tokens.id] { canaries.add("token", token) }
      _ = try await world.userinfo(tokens.access)
      _ = try await world.refresh(tokens.refresh, by: department)
      _ = try await world.token(request.redemption(code), by: department)
      _ = try await world.userinfo(tokens.access)
      for cookie in visitor.http.cookies.all { canaries.add("cookie \(cookie.name)", cookie.value) }
    }
    canaries.add("wrong password", "wrong canary password")
    _ = try await world.onedoor("session", "revoke", "--person", registry.persons[0].login, "--yes")

    let output = try world.process.stdout + world.process.stderr
    #expect(!output.isEmpty, "nothing was logged, so that nothing was looked at")
    for name in canaries.found(in: Array(output.utf8)) { Issue.record("in the output: \(name)") }
    for file in ["onedoor.sqlite", "onedoor.sqlite-wal"] {
      let bytes = try world.folder.bytes("data/\(file)")
      for name in canaries.found(in: bytes) { Issue.record("readable in \(file): \(name)") }
    }
    for file in world.folder.names(in: "data") {
      let attributes = try FileManager.default.attributesOfItem(atPath: world.folder.path("data/\(file)"))
      #expect((attributes[.posixPermissions] as? Int ?? 0o777) & 0o077 == 0, "\(file)")
    }
  }
}

/// What must not be found anywhere.
struct Canaries: Sendable {
  private var texts: [(name: String, bytes: [UInt8])] = []

  mutating func add(_ name: String, _ text: String?, isShort: Bool = false) {
    guard let text, text.utf8.count >= 8 || isShort || text.utf8.contains(where: { $0 > 0x7F }) else { return }
    // A value cut in two, as a log might do it, is a leak as well.
    texts.append((name, Array(text.utf8.prefix(40))))
  }

  func found(in bytes: [UInt8]) -> [String] {
    let data = Data(bytes)
    return texts.filter { data.range(of: Data($0.bytes)) != nil }.map(\.name)
  }
}
