import OneDoorMessages
import OneDoorRules
import Testing

@Suite struct AuthorizeDecisionTests {
  private let now = Fixture.now

  private func decide(
    _ changes: [String: String?] = [:], session: SessionFacts? = Fixture.facts(), hint: HintedPerson = .absent,
    journey: JourneyProgress? = nil
  ) throws -> AuthorizeDecision {
    let request = try AuthorizationRequest.check(Fixture.parameters(changes), of: Fixture.department())
    return try request.decide(session: session, hint: hint, journey: journey, policy: Fixture.policy, now: now)
  }

  @Test func `a live session is enough, and none means signing in`() throws {
    #expect(try decide() == .grant(Fixture.facts()))
    #expect(try decide(session: nil) == .signIn)
  }

  @Test func `an idle, over-aged or disabled person's session is none`() throws {
    let idle = SessionFacts(
      session: Fixture.session(lastActive: now - Fixture.policy.sessionIdle), person: Fixture.person)
    #expect(try decide(session: idle) == .signIn)
    let old = SessionFacts(
      session: Fixture.session(signedIn: now - Fixture.policy.sessionAbsolute, lastActive: now), person: Fixture.person)
    #expect(try decide(session: old) == .signIn)
    var disabled = Fixture.person
    disabled.isEnabled = false
    #expect(try decide(session: SessionFacts(session: Fixture.session(), person: disabled)) == .signIn)
  }

  @Test func `prompt=none never interacts`() throws {
    #expect(try decide(["prompt": "none"]) == .grant(Fixture.facts()))
    for (session, maxAge) in [(nil, nil), (Fixture.facts(), "0"), (Fixture.facts(), "59")] as [(SessionFacts?, String?)]
    {
      #expect(throws: RedirectRefusal.self) { try decide(["prompt": "none", "max_age": maxAge], session: session) }
    }
  }

  @Test func `max_age counts, 0 too, and a login in this journey satisfies it`() throws {
    #expect(try decide(["max_age": "60"]) == .grant(Fixture.facts()))
    #expect(try decide(["max_age": "59"]) == .signIn)
    #expect(try decide(["max_age": "0"], session: Fixture.facts(signedIn: now)) == .signIn)
    let fresh = Fixture.facts(signedIn: now)
    let journey = JourneyProgress(startedAt: now)
    let proven = JourneyProgress(startedAt: now, isProven: true)
    #expect(try decide(["max_age": "0"], session: fresh, journey: proven) == .grant(fresh))
    #expect(try decide(["max_age": "0"], session: Fixture.facts(), journey: journey) == .signIn)
  }

  @Test func `prompt=login asks even right after a login, and only once`() throws {
    #expect(try decide(["prompt": "login"], session: Fixture.facts(signedIn: now)) == .signIn)
    let fresh = Fixture.facts(signedIn: now)
    let proven = JourneyProgress(startedAt: now, isProven: true)
    #expect(try decide(["prompt": "login"], session: fresh, journey: proven) == .grant(fresh))
    // In another tab, since this journey began; within its very second it may be the login that was not wanted.
    let before = JourneyProgress(startedAt: now - 1)
    #expect(try decide(["prompt": "login"], session: fresh, journey: before) == .grant(fresh))
    #expect(try decide(["prompt": "login"], session: fresh, journey: JourneyProgress(startedAt: now)) == .signIn)
  }

  @Test(arguments: ["consent", "select_account"])
  func `consent and select_account ask, and only the confirmed session goes on`(prompt: String) throws {
    let facts = Fixture.facts()
    #expect(try decide(["prompt": prompt]) == .continueAs(facts))
    let confirmed = JourneyProgress(startedAt: now, confirmed: facts.session.id)
    #expect(try decide(["prompt": prompt], journey: confirmed) == .grant(facts))
    let other = JourneyProgress(startedAt: now, confirmed: SessionID(99))
    #expect(try decide(["prompt": prompt], journey: other) == .continueAs(facts))
  }

  @Test func `who left this department alone is asked once before coming back`() throws {
    var facts = Fixture.facts()
    facts.isReturning = true
    #expect(try decide(session: facts) == .continueAs(facts))
    #expect(try decide(session: facts, journey: JourneyProgress(startedAt: now)) == .continueAs(facts))
    let confirmed = JourneyProgress(startedAt: now, confirmed: facts.session.id)
    #expect(try decide(session: facts, journey: confirmed) == .grant(facts))
    #expect(
      try decide(session: facts, journey: JourneyProgress(startedAt: now, isProven: true)) == .grant(facts),
      "a password is an answer, too")
    #expect(throws: RedirectRefusal.self) { try decide(["prompt": "none"], session: facts) }
  }

  @Test func `a hint about somebody else asks, and with prompt=none refuses`() throws {
    #expect(try decide(hint: .person(Fixture.person.id)) == .grant(Fixture.facts()))
    #expect(try decide(hint: .somebodyElse) == .signIn)
    #expect(throws: RedirectRefusal.self) { try decide(["prompt": "none"], hint: .somebodyElse) }
    #expect(throws: RedirectRefusal.self) { try decide(hint: .invalid) }
  }
}
