import OneDoorEndpoints
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import TestSupport
import Testing

/// The revocation stream and its snapshot.
@Suite struct FeedTests {
  private func handle(_ tokens: TokenResponse, _ world: World) throws -> EndedHandle {
    .sid(try world.accessClaims(tokens).sessionHandle ?? "")
  }

  /// Each message begins where the one before it ended; only the first is a snapshot.
  private func expectChain(_ reader: FeedReader) {
    let messages = reader.messages
    #expect(reader.faults.isEmpty)
    #expect(messages.first?.after == 0)
    for (before, next) in zip(messages, messages.dropFirst()) {
      #expect(next.after == before.upto, "a gap in \(messages.map { [$0.after, $0.upto] })")
      #expect(next.incarnation == before.incarnation)
    }
  }

  @Test func `a stream begins with a snapshot, tells of each end, and beats every second`() async throws {
    let world = try await World()
    try await world.running {
      let early = try await world.guest()
      let late = try await world.guest(.liNa)
      _ = try await world.revoke(early.tokens.refreshToken, by: .housing)
      let ended = try self.handle(early.tokens, world)
      try await eventually("the snapshot with the first end") {
        let reply = try await self.snapshot(.housing, world)
        return reply.message.ended.map(\.handle) == [ended] ? true : nil
      }
      let reader = try await world.follow(.housing)
      try await reader.wait("the snapshot") { $0.first?.ended.map(\.handle) == [ended] }
      _ = try await world.revoke(late.tokens.refreshToken, by: .housing)
      let second = try self.handle(late.tokens, world)
      try await reader.wait("the second end") { $0.contains { $0.ended.map(\.handle) == [second] && $0.after > 0 } }
      let count = reader.messages.count
      try await reader.wait("two heads") { $0.count >= count + 2 }
      let head = try #require(reader.messages.last)
      #expect(head.ended.isEmpty && head.cutOffs.isEmpty && head.after == head.upto)
      #expect(head.issuer == World.issuer && head.audience == "housing" && head.time == world.clock.now.seconds)
      let until = reader.messages.flatMap(\.ended).map(\.until)
      #expect(until.allSatisfy { $0 >= world.clock.now.seconds + 3_600 })
      self.expectChain(reader)
    }
  }

  private func snapshot(
    _ office: Office, _ world: World, tag: String? = nil
  ) async throws -> (reply: APIReply, message: RevocationMessage) {
    let token = try await world.ownToken(office, scope: "revocation")
    let reply = await world.provider.revocationSnapshot(authorization: "Bearer \(token)", ifNoneMatch: tag)
    guard reply.status == 200 else { throw Unexpected("\(reply.status)") }
    let ring = KeyRing([world.keys.revocation.jwk])
    let claims = try ring.verify(try UnverifiedJWS(compact: reply.body), type: TokenType.revocation).claims()
    return (reply, try RevocationMessage(claims))
  }

  @Test func `a snapshot that has not changed is 304`() async throws {
    let world = try await World()
    let first = try await snapshot(.housing, world)
    #expect(first.reply.contentType == "application/jwt")
    let token = try await world.ownToken(.housing, scope: "revocation")
    let again = await world.provider.revocationSnapshot(
      authorization: "Bearer \(token)", ifNoneMatch: first.reply.etag)
    #expect(again.status == 304 && again.body.isEmpty && again.etag == first.reply.etag)
  }

  @Test func `a department is told what concerns it and nothing else`() async throws {
    let world = try await World()
    try await world.running {
      let (housing, business) = (try await world.follow(.housing), try await world.follow(.business))
      var (browser, here) = try await world.guest()
      let code = try await world.hop(to: .business, in: &browser)
      let there = try await world.redeem(code, by: .business).tokens()
      let alone = try await world.guest(.liNa, at: .business)
      _ = try await world.revoke(alone.tokens.refreshToken, by: .business)
      let person = try await world.person(.zhangWei)
      _ = await world.provider.endSession(form([("id_token_hint", here.idToken)]), browser.origin)
      _ = person
      let (mine, theirs) = (try self.handle(here, world), try self.handle(there, world))
      let single = try self.handle(alone.tokens, world)
      try await housing.wait("its end") { $0.contains { $0.ended.map(\.handle).contains(mine) } }
      try await business.wait("its ends") { $0.flatMap { $0.ended.map(\.handle) }.contains(theirs) }
      #expect(housing.handles == [mine])
      #expect(business.handles == [single, theirs])
      try await housing.wait("a head at the end") { $0.last?.upto == 2 }
      self.expectChain(housing)
      self.expectChain(business)
    }
  }

  @Test func `a revoked access token is told by its jti, until it would have expired`() async throws {
    let world = try await World()
    try await world.running {
      let reader = try await world.follow(.housing)
      let guest = try await world.guest()
      _ = try await world.revoke(guest.tokens.accessToken, by: .housing)
      let claims = try world.accessClaims(guest.tokens)
      try await reader.wait("the jti") { $0.flatMap(\.ended).map(\.handle) == [.jti(claims.tokenID)] }
      let until = try #require(reader.messages.flatMap(\.ended).first?.until)
      #expect(until >= claims.expires + 60)
    }
  }

  @Test func `large ends are told as cut-offs, to those whom they reach`() async throws {
    let world = try await World()
    try await world.running {
      let (housing, business) = (try await world.follow(.housing), try await world.follow(.business))
      let guest = try await world.guest()
      let own = try await world.ownToken(.housing)
      _ = try await world.store.end(world.order(.department(try Office.housing.id())))
      try await housing.wait("the cut-off") { $0.contains { !$0.cutOffs.isEmpty } }
      let cut = try #require(housing.messages.flatMap(\.cutOffs).first)
      // A token of this very second may be older than the cut-off: the next second is the first to be believed.
      #expect(cut.issuedBefore == world.clock.now.seconds + 1)
      #expect(cut.until >= world.clock.now.seconds + 3_600)
      #expect(try await !world.isLive(guest.tokens, at: .housing))
      #expect(business.messages.flatMap(\.cutOffs).isEmpty)
      world.clock.move(1)
      #expect(try await world.introspect(own, by: .housing).isActive == false)
      _ = try await world.store.end(world.order(.everything))
      try await business.wait("the cut-off of all") { $0.contains { !$0.cutOffs.isEmpty } }
      try await housing.wait("the cut-off of all") { $0.flatMap(\.cutOffs).count == 2 }
      self.expectChain(housing)
      self.expectChain(business)
    }
  }

  @Test func `the chain has no gap while subscribers come and ends rain`() async throws {
    let world = try await World()
    try await world.running {
      var readers = [try await world.follow(.housing)]
      var ended: Set<EndedHandle> = []
      for number in 0..<12 {
        let guest = try await world.guest(number.isMultiple(of: 2) ? .zhangWei : .liNa)
        _ = try await world.revoke(guest.tokens.refreshToken, by: .housing)
        ended.insert(try self.handle(guest.tokens, world))
        if number.isMultiple(of: 3) { readers.append(try await world.follow(.housing)) }
      }
      let all = ended
      for reader in readers {
        try await reader.wait("every end") { Set($0.flatMap { $0.ended.map(\.handle) }) == all }
        self.expectChain(reader)
      }
    }
  }

  @Test func `a reader that falls a buffer behind is let go, and the others go on`() async throws {
    let world = try await World()
    try await world.running {
      let token = try await world.ownToken(.housing, scope: "revocation")
      let slow = await world.provider.revocationStream(authorization: "Bearer \(token)")
      let reader = try await world.follow(.housing)
      var rounds = 0
      while reader.messages.count < 70 {
        rounds += 1
        guard rounds < 400 else { throw Unexpected("no frames") }
        let guest = try await world.guest(.liNa)
        _ = try await world.revoke(guest.tokens.refreshToken, by: .housing)
        try await Task.sleep(for: .milliseconds(60))
      }
      guard case .open(let stream) = slow else { throw Unexpected("refused") }
      var frames = 0
      for await _ in stream { frames += 1 }
      #expect(frames == 64)
      let count = reader.messages.count
      try await reader.wait("the next message") { $0.count > count }
      self.expectChain(reader)
    }
  }

  enum Change: CaseIterable { case disabled, secret, scope, stop }

  @Test(arguments: Change.allCases)
  func `a stream closes when its department is switched off, gets another secret or loses the scope, and others stay`(
    change: Change
  ) async throws {
    let world = try await World()
    let work = Task { await world.provider.run() }
    defer { work.cancel() }
    let (housing, business) = (try await world.follow(.housing), try await world.follow(.business))
    try await housing.wait("the snapshot") { !$0.isEmpty }
    switch change {
    case .disabled: try await world.disable(.housing)
    case .secret: try await world.change(.housing) { $0.secretHashes = [Array(repeating: 7, count: 32)] }
    case .scope: try await world.change(.housing) { $0.scopes.remove(.revocation) }
    case .stop: work.cancel()
    }
    try await housing.waitForClose()
    if change == .stop {
      try await business.waitForClose()
    } else {
      let count = business.messages.count
      try await business.wait("the next head") { $0.count > count }
    }
  }

  @Test func `a change of name closes nothing`() async throws {
    let world = try await World()
    try await world.running {
      let reader = try await world.follow(.housing)
      try await world.change(.housing) { $0.name = LocalizedName(english: "Other") }
      try await reader.wait("heads") { $0.count >= 2 }
      #expect(!reader.isClosed)
    }
  }

  @Test func `only a department's own token with the scope opens the stream`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    let plain = try await world.ownToken(.housing)
    for header in [nil, "Bearer \(guest.tokens.accessToken)", "Bearer \(plain)", "Bearer garbage"] {
      guard case .refused(let reply) = await world.provider.revocationStream(authorization: header) else {
        Issue.record("opened with \(header ?? "nothing")")
        continue
      }
      #expect([401, 403].contains(reply.status))
      #expect(await world.provider.revocationSnapshot(authorization: header, ifNoneMatch: nil).status == reply.status)
    }
    let own = try await world.ownToken(.housing, scope: "revocation")
    try await world.change(.housing) { $0.scopes.remove(.revocation) }
    let late = await world.provider.revocationSnapshot(authorization: "Bearer \(own)", ifNoneMatch: nil)
    #expect(late.refusal == .bearerScope)
  }

  @Test func `while storage cannot be read no head is sent`() async throws {
    let world = try await World()
    try await world.running {
      let reader = try await world.follow(.housing)
      try await reader.wait("a head") { $0.count >= 2 }
      world.store.fail(at: 0)
      try await Task.sleep(for: .milliseconds(200))
      let count = reader.messages.count
      try await Task.sleep(for: .milliseconds(1_500))
      #expect(reader.messages.count == count)
      world.store.heal()
      try await reader.wait("heads again") { $0.count > count }
      self.expectChain(reader)
    }
  }
}
