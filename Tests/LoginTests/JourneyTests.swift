import OneDoorLogin
import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

@Suite struct JourneyTests {
  let now = UnixTime(1_800_000_000)
  let seal = Seal(master: [UInt8](repeating: 9, count: 32), purpose: "journey")
  let facts = SignInFacts(
    person: Person(id: PersonID(7), login: "zhang.wei", name: "张伟", updatedAt: UnixTime(0)),
    credential: PasswordCredential(personID: PersonID(7), hash: nil))

  static let usual = Parameters([
    "client_id": "housing", "redirect_uri": "https://housing.example/cb", "state": "é+&=", "nonce": "",
  ])

  func journey(
    _ request: Parameters = usual, redirectURI: String = "https://housing.example/cb", step: Journey.Step = .signIn
  ) throws -> Journey {
    let department = try #require(DepartmentID("housing"))
    return try #require(
      Journey(
        request: request, department: department, redirectURI: redirectURI, startedAt: now, step: step,
        browserCookie: "browser", username: "zhang.wei"))
  }

  func session(_ id: Int64, of person: Int64) -> SessionFacts {
    SessionFacts(
      session: SSOSession(
        id: SessionID(id), hash: SessionHash(bytes: []), personID: PersonID(person),
        authentication: Authentication(time: now, acr: .password, amr: [.pwd]), createdAt: now, lastActive: now,
        expiresAt: now + .hours(12)),
      person: Person(id: PersonID(person), login: "a", name: "a", updatedAt: now))
  }

  @Test func `a journey comes back as it was sent`() throws {
    let problems: [Journey.Problem?] = [
      nil, .mismatch, .missingFields, .tooManyAttempts(retryAfter: .minutes(15)), .busy(retryAfter: 5), .stepExpired,
      .newPassword(.missing), .newPassword(.different), .newPassword(.refused(.tooShort(minimum: 12))),
      .newPassword(.refused(.tooLong(maximum: 128))), .newPassword(.refused(.common)),
      .newPassword(.refused(.predictable)), .newPassword(.refused(.repetitive)),
      .newPassword(.refused(.containsName)), .newPassword(.refused(.unchanged)),
    ]
    let proven = ProvenStep(person: PersonID(7), version: .max, at: now)
    for step in [Journey.Step.signIn, .continueAs(PersonID(7), SessionID(.max)), .choosePassword(proven)] {
      for redirectURI in ["https://housing.example/cb", "https://housing.example/other"] {
        for problem in problems {
          let sent = try journey(redirectURI: redirectURI, step: step).with(username: "张伟", problem: problem)
          let opened = try #require(seal.open(try seal.seal(sent.encoded, at: now), at: now))
          #expect(Journey(encoded: opened) == sent)
        }
      }
    }
  }

  @Test func `bytes that are not a journey are none`() throws {
    let encoded = try journey(step: .continueAs(PersonID(7), SessionID(3))).encoded
    for count in encoded.indices { #expect(Journey(encoded: Array(encoded[..<count])) == nil) }
    #expect(Journey(encoded: encoded + [0]) == nil)
    for index in encoded.indices {
      var changed = encoded
      changed[index] ^= 0xFF
      _ = Journey(encoded: changed)
    }
  }

  @Test func `the fullest journey fits its seal, a fuller one does not begin`() throws {
    let redirectURI = "https://housing.example/cb"
    func request(state: Int) -> Parameters {
      Parameters(["client_id": "housing", "redirect_uri": redirectURI, "state": String(repeating: "s", count: state)])
    }
    let room =
      Journey.maximumRequestByteCount - ("client_id" + "housing" + "redirect_uri" + redirectURI + "state").utf8.count
      - 12
    let full = try journey(request(state: room), step: .continueAs(PersonID(1), SessionID(1)))
      .with(username: String(repeating: "张", count: 100), problem: .busy(retryAfter: 5))
    #expect(try seal.seal(full.encoded, at: now).utf8.count <= 4096)
    #expect(
      Journey(
        request: request(state: room + 1), department: full.department, redirectURI: redirectURI, startedAt: now,
        browserCookie: "") == nil)
    let many = Parameters((0..<100).map { _ in Parameters.Entry(name: "state", value: "") })
    #expect(
      Journey(request: many, department: full.department, redirectURI: redirectURI, startedAt: now, browserCookie: "")
        == nil)
  }

  @Test func `unknown parameters are dropped, known ones keep their order`() throws {
    let sent = try journey(
      Parameters(["x": "1", "state": "a", "password": "secret", "client_id": "housing", "State": "b"]))
    #expect(sent.request == Parameters(["state": "a", "client_id": "housing"]))
  }

  @Test func `a typed name is cut at a whole character`() throws {
    let long = try journey().with(username: String(repeating: "张", count: 1_000_000), problem: nil)
    #expect(long.username == String(repeating: "张", count: 64))
    let odd = try journey().with(username: "a" + String(repeating: "张", count: 64), problem: nil)
    #expect(odd.username == "a" + String(repeating: "张", count: 63))
  }

  @Test func `a journey belongs to the browser that began it, for half an hour`() throws {
    let journey = try journey()
    #expect(journey.belongs(to: "browser"))
    #expect(!journey.belongs(to: "Browser"))
    #expect(!journey.belongs(to: ""))
    #expect(!journey.belongs(to: nil))
    let life = Policy().journeyLife
    #expect(journey.isLive(at: now + life - (1 as Seconds), life: life))
    #expect(!journey.isLive(at: now + life, life: life))
    #expect(journey.isLive(at: now - Seconds(60), life: life))
    #expect(!journey.isLive(at: now - Seconds(61), life: life))
  }

  @Test func `each answer to the form leads to its page`() throws {
    let journey = try journey()
    #expect(journey.after(.incomplete(username: "li")) == .show(journey.with(username: "li", problem: .missingFields)))
    #expect(
      journey.after(.attempted(.mismatch, username: "li")) == .show(journey.with(username: "li", problem: .mismatch)))
    #expect(
      journey.after(.attempted(.wait(900), username: "li"))
        == .show(journey.with(username: "li", problem: .tooManyAttempts(retryAfter: 900))))
    #expect(
      journey.after(.attempted(.busy(5), username: "li"))
        == .show(journey.with(username: "li", problem: .busy(retryAfter: 5))))
    #expect(journey.after(.attempted(.unavailable, username: "li")) == .unavailable)
    let authentication = Authentication(time: now, acr: .password, amr: [.pwd])
    #expect(
      journey.after(.attempted(.proven(facts, authentication, newDeviceCookie: "c"), username: "zhang.wei"))
        == .beginSession(facts, authentication, newDeviceCookie: "c"))
  }

  @Test func `a password that was given leads to choosing another, for five minutes`() throws {
    var given = facts.credential
    given.mustChange = true
    let outcome = LoginOutcome.proven(
      SignInFacts(person: facts.person, credential: given), Authentication(time: now, acr: .password, amr: [.pwd]),
      newDeviceCookie: "c")
    guard case .show(let next) = try journey().after(.attempted(outcome, username: "zhang.wei")) else {
      Issue.record("a session began")
      return
    }
    let step = ProvenStep(person: PersonID(7), version: 1, at: now)
    #expect(next.step == .choosePassword(step))
    #expect(step.holds(at: now + .minutes(5) - (1 as Seconds)))
    #expect(!step.holds(at: now + .minutes(5)))
    #expect(!step.holds(at: now - Seconds(61)))
    guard case .show(let again) = next.after(.refused(.different)), case .show(let expired) = next.after(.stepExpired)
    else {
      Issue.record("went on")
      return
    }
    #expect(again.step == next.step && again.problem == .newPassword(.different))
    #expect(expired.step == .signIn && expired.problem == .stepExpired)
    #expect(next.after(.wantsAnother) == .show(next))
    #expect(try journey().after(.stepExpired) == .show(journey()))
  }

  @Test func `nobody goes on in another person's name`() throws {
    let asking = try journey(step: .continueAs(PersonID(7), SessionID(3)))
    let signIn = Journey.Step.signIn
    #expect(asking.after(.confirmed(session: session(3, of: 7))) == .proceed(session(3, of: 7)))
    for other in [nil, session(4, of: 7), session(3, of: 8)] {
      guard case .show(let next) = asking.after(.confirmed(session: other)) else {
        Issue.record("went on")
        continue
      }
      #expect(next.step == signIn)
    }
    guard case .show(let next) = asking.after(.wantsAnother) else {
      Issue.record("went on")
      return
    }
    #expect(next.step == signIn)
  }

  @Test func `an event out of order changes nothing`() throws {
    let atSignIn = try journey()
    #expect(atSignIn.after(.confirmed(session: session(3, of: 7))) == .show(atSignIn))
    #expect(atSignIn.after(.wantsAnother) == .show(atSignIn))
    let asking = try journey(step: .continueAs(PersonID(7), SessionID(3)))
    #expect(asking.after(.incomplete(username: "x")) == .show(asking))
    let proven = LoginOutcome.proven(
      facts, Authentication(time: now, acr: .password, amr: [.pwd]), newDeviceCookie: "c")
    #expect(asking.after(.attempted(proven, username: "x")) == .show(asking))
  }
}
