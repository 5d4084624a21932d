import OneDoorMessages
import OneDoorRules
import Testing

/// OpenID Connect RP-Initiated Logout §2: whose session ends, and who is asked first.
@Suite struct SignOutDecisionTests {
  private let here = Fixture.facts()
  private var own: SessionID { here.session.id }
  private let other = SessionID(99)

  private func decide(_ current: SessionFacts?, _ session: SessionID?, isAboutPerson: Bool) throws -> SignOutDecision {
    try .decide(current: current, hint: SignOutHintFacts(session: session, isAboutPerson: isAboutPerson))
  }

  @Test func `without a hint the person who is signed in is asked`() throws {
    #expect(try SignOutDecision.decide(current: here, hint: nil) == .ask(here))
    #expect(try SignOutDecision.decide(current: nil, hint: nil) == .done)
  }

  @Test func `a hint about this session or this person ends it without a question`() throws {
    #expect(try decide(here, own, isAboutPerson: true) == .end(own, isOurs: true))
    #expect(try decide(here, own, isAboutPerson: false) == .end(own, isOurs: true), "its sector has changed")
    #expect(try decide(here, other, isAboutPerson: true) == .end(own, isOurs: true))
    #expect(try decide(here, nil, isAboutPerson: true) == .end(own, isOurs: true))
  }

  @Test func `a hint about anybody else is refused`() throws {
    #expect(throws: PageRefusal.hintOfAnotherPerson) { try decide(here, other, isAboutPerson: false) }
    #expect(throws: PageRefusal.hintOfAnotherPerson) { try decide(here, nil, isAboutPerson: false) }
  }

  @Test func `without a session here a hint ends its own, and takes no cookie`() throws {
    #expect(try decide(nil, other, isAboutPerson: false) == .end(other, isOurs: false))
    #expect(try decide(nil, nil, isAboutPerson: false) == .done)
  }

  @Test func `one department only is a choice where it is one of several`() {
    let (housing, business) = (Fixture.department(), Fixture.department("business"))
    let joined = [housing, business].map { Fixture.participation(of: $0).participation }
    #expect(DepartureChoice.isOffered(housing.id, among: joined))
    #expect(!DepartureChoice.isOffered(housing.id, among: [joined[0]]), "there is one answer")
    #expect(!DepartureChoice.isOffered(Fixture.id("archive"), among: joined), "it is not in the session")
    #expect(!DepartureChoice.isOffered(nil, among: joined))
    #expect(!DepartureChoice.isOffered(housing.id, among: []))
  }
}
