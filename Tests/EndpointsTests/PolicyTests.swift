import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import Testing

/// A policy that is swapped while the provider runs.
@Suite struct PolicyTests {
  @Test func `a provider under another policy shares everything else`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    var policy = world.policy
    policy.accessTokenLife = .minutes(2)
    policy.idTokenLife = .minutes(1)
    let tokens = try await world.under(policy).refresh(guest.tokens.refreshToken, by: .housing).tokens()
    #expect(tokens.expiresIn == 120)
    let identity = try world.identityClaims(tokens)
    #expect(identity.expires - identity.issuedAt == 60)
    // A request that began before the swap goes on under the policy it began with.
    #expect(try await world.refresh(guest.tokens.refreshToken, by: .housing).tokens().expiresIn == 300)
  }

  @Test func `no token outlives its session, whatever the policy has become`() async throws {
    let world = try await World()
    var policy = world.policy
    policy.sessionAbsolute = .minutes(5)
    let brief = world.under(policy)
    let guest = try await brief.guest()
    policy.sessionAbsolute = .hours(12)
    policy.accessTokenLife = Policy.longestTokenLife
    policy.idTokenLife = Policy.longestTokenLife
    let long = world.under(policy)
    let tokens = try await long.refresh(guest.tokens.refreshToken, by: .housing).tokens()
    let end = World.start + .minutes(5)
    #expect(try long.accessClaims(tokens).expires == end.seconds)
    #expect(try long.identityClaims(tokens).expires == end.seconds)
    #expect(try long.identityClaims(tokens).expires < policy.rememberUntil(from: world.clock.now).seconds)
  }
}
