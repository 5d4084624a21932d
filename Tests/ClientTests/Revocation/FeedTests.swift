import OneDoorClient
import OneDoorJOSE
import OneDoorMessages
import TestSupport
import Testing

/// The follower against a provider's stream: what is signed rightly counts, and nothing else.
@Suite struct FeedTests {
  private func token(_ sid: String, _ world: World) throws -> AccessToken {
    try world.oneDoor.verify(
      accessToken: try TokenForge.accessToken {
        $0["iss"] = .string(world.provider.issuer)
        $0["iat"] = .integer(world.clock.now)
        $0["exp"] = .integer(world.clock.now + 300)
        $0["sid"] = .string(sid)
      })
  }

  @Test func `an end arrives, and other sessions go on`() async throws {
    try await World.run { world in
      let (one, two) = (try token("one", world), try token("two", world))
      #expect(world.oneDoor.verdict(on: one) == .valid)
      try world.provider.end(.sid("one"))
      try await eventually(ended: one, world)
      #expect(world.oneDoor.verdict(on: two) == .valid)
    }
  }

  @Test func `a stream that breaks off is taken up again, and what ended meanwhile is known`() async throws {
    try await World.run { world in
      world.provider.breakStreams()
      try world.provider.end(.sid("one"))
      try await eventually(ended: try token("one", world), world)
      world.provider.breakStreams()
      try world.provider.end(.sid("two"))
      try await eventually(ended: try token("two", world), world)
    }
  }

  @Test func `a gap is closed by a snapshot`() async throws {
    try await World.run { world in
      // The provider's own messages after this one do not fit either until a snapshot has come.
      try world.provider.send(world.provider.message(after: 7, upto: 9))
      try world.provider.end(.sid("one"))
      try await eventually(ended: try token("one", world), world)
    }
  }

  @Test func `what another key, purpose or department signed ends nothing`() async throws {
    try await World.run { world in
      let entry = RevocationMessage.Ended(handle: .sid("one"), until: world.clock.now + 600)
      let message = world.provider.message(after: 0, upto: 1, ended: [entry])
      try world.provider.send(message, key: TokenForge.foreign)
      try world.provider.send(message, typ: TokenType.accessToken)
      try world.provider.send(message, typ: "logout+jwt")
      try world.provider.send(world.provider.message(after: 0, upto: 1, ended: [entry], audience: "business"))
      // Behind them in the same stream: once it has arrived, they have been read.
      try world.provider.end(.sid("two"))
      try await eventually(ended: try token("two", world), world)
      #expect(world.oneDoor.verdict(on: try token("one", world)) == .valid)
    }
  }

  @Test func `unknown keys make the department ask once a minute, not more`() async throws {
    try await World.run { world in
      let before = world.provider.keyFetchCount
      let strange = try TokenForge.sign(TokenForge.access, typ: TokenType.accessToken, key: TokenForge.foreign)
      for _ in 0..<50 { _ = try? world.oneDoor.verify(accessToken: strange) }
      try await eventually("one fetch") { world.provider.keyFetchCount == before + 1 ? true : nil }
      for _ in 0..<50 { _ = try? world.oneDoor.verify(accessToken: strange) }
      try await Task.sleep(for: .milliseconds(100))
      #expect(world.provider.keyFetchCount == before + 1)
      world.clock.fallSilent(for: .seconds(61))
      world.provider.publish([TokenForge.es256.jwk, TokenForge.foreign.jwk])
      try await eventually("the new key") {
        let error = #expect(throws: TokenError.self) { try world.oneDoor.verify(accessToken: strange) }
        return error?.code == .wrongIssuer ? true : nil
      }
    }
  }
}
