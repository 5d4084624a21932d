import Foundation
import OneDoorJOSE
import TestSupport
import Testing

/// `kill -9` under load, again and again: nothing acknowledged is lost, nothing ended comes back.
@Suite struct KillJourney {
  private static let cycles = 50

  @Test func `fifty kills under load lose no acknowledged login, redemption, refresh or revocation`() async throws {
    let world = try await World.start(persons: 8)
    let ledger = Ledger()
    var (acknowledged, revoked, killedLogins) = (0, [String](), [Ledger.Login]())
    for cycle in 0..<KillJourney.cycles {
      let load = Task { await KillJourney.load(world, ledger) }
      try await eventually("acknowledged acts", within: .seconds(20), every: .milliseconds(5)) {
        ledger.all.count >= 6 ? true : nil
      }
      try await Task.sleep(for: .milliseconds(Int64.random(in: 0...40)))
      try await world.process.kill()
      await load.value
      let page = ledger.turn()
      try await world.serve()
      try await KillJourney.audit(page, world, cycle)
      acknowledged += page.count
      revoked += page.revoked
      killedLogins += page.logins.prefix(1)
    }
    print("kill -9: \(KillJourney.cycles) cycles, \(acknowledged) acknowledged acts")
    #expect(acknowledged >= KillJourney.cycles * 6)
    // Once more over all of them: what was ended in the first cycle is still ended after the last.
    for token in revoked {
      #expect(try await world.refresh(token, by: world.registry.app).error == "invalid_grant")
    }
    for login in killedLogins { try await KillJourney.expectSignedIn(login, world, KillJourney.cycles) }
  }

  /// One browser after another for each person, until the provider dies.
  private static func load(_ world: World, _ ledger: Ledger) async {
    await withTaskGroup(of: Void.self) { group in
      for person in world.registry.persons {
        group.addTask {
          do { while true { try await visit(world, person, ledger) } } catch {
            // The connection broke: the provider is dead. What was under way was acknowledged to nobody.
          }
        }
      }
    }
  }

  /// A login, redemptions, and what one session can be asked about afterwards: presenting a used code or a replaced token
  /// ends the participation, which would hide whether the other was remembered.
  private static func visit(_ world: World, _ person: TestPerson, _ ledger: Ledger) async throws {
    let app = world.registry.app
    let visitor = Visitor(world: world)
    let request = try AuthorizationRequest(app)
    let code = try await visitor.code(request, as: person)
    ledger.note { $0.logins.append(Ledger.Login(visitor: visitor, person: person)) }
    let tokens = try await world.token(request.redemption(code), by: app).granted()
    switch Int.random(in: 0..<3) {
    case 0: ledger.note { $0.redemptions.append(Ledger.Redemption(request: request, code: code)) }
    case 1: try await rotate(tokens.refresh, world, ledger)
    default:
      guard try await world.revoke(tokens.refresh, by: app).status == 200 else { return }
      ledger.note { $0.revoked.append(tokens.refresh) }
    }
  }

  private static func rotate(_ first: String, _ world: World, _ ledger: Ledger) async throws {
    var line = Ledger.Line(tokens: [first])
    do {
      for _ in 0..<4 {
        line.tokens.append(try await world.refresh(line.tokens.last ?? "", by: world.registry.app).granted().refresh)
      }
    } catch {
      line.isOpen = true
      let open = line
      ledger.note { $0.lines.append(open) }
      throw error
    }
    let done = line
    ledger.note { $0.lines.append(done) }
  }

  private static func audit(_ page: Ledger.Entries, _ world: World, _ cycle: Int) async throws {
    let app = world.registry.app
    for login in page.logins { try await expectSignedIn(login, world, cycle) }
    for token in page.revoked {
      #expect(try await world.refresh(token, by: app).error == "invalid_grant", "cycle \(cycle): revoked, and lives")
    }
    for line in page.lines {
      let newest = line.tokens.last ?? ""
      let next = try await world.refresh(newest, by: app)
      #expect(next.status == 200, "cycle \(cycle): an acknowledged counter is lost: \(next.response.text)")
      #expect(!line.tokens.contains(next.refresh))
    }
    // Last, since it ends what it is asked about.
    for line in page.lines where line.tokens.count > 2 {
      let old = try await world.refresh(line.tokens[line.tokens.count - 3], by: app)
      #expect(old.error == "invalid_grant", "cycle \(cycle): a replaced token lives again")
    }
    for used in page.redemptions {
      let again = try await world.token(used.request.redemption(used.code), by: app)
      #expect(again.error == "invalid_grant", "cycle \(cycle): a used code lives again")
    }
  }

  /// The session answers at the provider itself, without a form.
  private static func expectSignedIn(_ login: Ledger.Login, _ world: World, _ cycle: Int) async throws {
    let silent = try AuthorizationRequest(world.registry.housing).with("prompt", "none")
    let answer = try await login.visitor.ask(silent)
    #expect(answer.locationQuery["code"] != nil, "cycle \(cycle): a login is lost: \(answer.locationQuery)")
  }
}
