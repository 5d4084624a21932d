import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

/// What may be used once is used once, however many present it at the same moment.
@Suite struct SingleUseTests {
  @Test func `of sixteen who present a code one succeeds, and the reuse ends what it got`() async throws {
    for _ in 0..<10 {
      let world = try await World()
      var browser = TestBrowser()
      let code = try await world.signIn(in: &browser)
      let replies = try await world.together { _ in try await world.redeem(code, by: .housing) }
      let winners = replies.filter { $0.status == 200 }
      #expect(winners.count == 1)
      #expect(replies.filter { $0.refusal == .codeUsed }.count == 15)
      let tokens = try #require(try winners.first?.tokens())
      #expect(try await !world.isLive(tokens, at: .housing))
      #expect(try await world.refresh(tokens.refreshToken, by: .housing).refusal == .refreshTokenInvalid)
    }
  }

  @Test func `of sixteen who present a rotating token nobody gets another successor than the first`() async throws {
    for _ in 0..<10 {
      let world = try await World()
      let first = try await world.guest(at: .portal).tokens.refreshToken
      let replies = try await world.together { _ in try await world.refresh(first, by: .portal) }
      let successors = Set(try replies.filter { $0.status == 200 }.map { try $0.tokens().refreshToken })
      #expect(successors.count == 1)
      #expect(replies.allSatisfy { $0.status == 200 })
      // The lost reply's window is over with the successor's first use.
      let second = try #require(successors.first)
      #expect(try await world.refresh(second, by: .portal).status == 200)
      #expect(try await world.refresh(first, by: .portal).refusal == .refreshTokenReused)
      #expect(try await world.refresh(second, by: .portal).refusal == .refreshTokenInvalid)
    }
  }

  @Test func `of sixteen who present an assertion one succeeds`() async throws {
    let world = try await World()
    for _ in 0..<10 {
      let pairs = try world.assertionPairs(world.assertion()) + [("token", "nothing of ours")]
      let replies = try await world.together { _ in
        await world.provider.introspect(form(pairs), authorization: nil)
      }
      #expect(replies.filter { $0.status == 200 }.count == 1)
      #expect(replies.filter { $0.refusal == .assertionReused }.count == 15)
    }
  }

  @Test func `a refresh that races a revocation is dead after it`() async throws {
    for number in 0..<20 {
      let world = try await World()
      let guest = try await world.guest(at: .portal)
      async let refreshed = world.refresh(guest.tokens.refreshToken, by: .portal)
      async let revoked = world.revoke(guest.tokens.refreshToken, by: .portal)
      #expect(try await revoked.status == 200)
      let reply = try await refreshed
      if reply.status == 200 {
        let late = try reply.tokens()
        #expect(await world.userinfo(late.accessToken).refusal == .bearerInvalid, "round \(number)")
        #expect(try await world.refresh(late.refreshToken, by: .portal).refusal == .refreshTokenInvalid)
      } else {
        #expect(reply.status < 500)
      }
    }
  }

  @Test func `a code that races the end of its session gives nothing that lives`() async throws {
    for _ in 0..<20 {
      let world = try await World()
      var browser = TestBrowser()
      let code = try await world.signIn(in: &browser)
      let person = try await world.person(.zhangWei)
      async let redeemed = world.redeem(code, by: .housing)
      async let ended = world.store.end(world.order(.person(person.id)))
      _ = try await ended
      let reply = try await redeemed
      if reply.status == 200 {
        #expect(try await !world.isLive(try reply.tokens(), at: .housing))
      } else {
        #expect(reply.refusal == .sessionEnded)
      }
    }
  }
}
