import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

@Suite struct PersonPromises {
  @Test(arguments: Engine.allCases)
  func `a person comes back as added, by id, login and phone`(_ engine: Engine) async throws {
    let world = try World(engine)
    let id = try await world.store.add(
      NewPerson(
        login: "li.na", name: "李娜", phone: "+8613900000000", email: "li.na@example.org", isPhoneVerified: true),
      at: world.now)
    let expected = Person(
      id: id, login: "li.na", name: "李娜", phone: "+8613900000000", email: "li.na@example.org", isPhoneVerified: true,
      updatedAt: world.now)
    #expect(try await world.store.person(id) == expected)
    #expect(try await world.store.person(login: "li.na") == expected)
    #expect(try await world.store.person(phone: "+8613900000000") == expected)
    #expect(try await world.store.person(login: "+8613900000000") == nil)
    #expect(try await world.store.person(PersonID(id.number + 1)) == nil)
  }

  @Test(arguments: Engine.allCases)
  func `login and phone belong to one person`(_ engine: Engine) async throws {
    let world = try World(engine)
    _ = try await world.person("a", phone: "+1")
    let b = try await world.person("b", phone: nil)
    #expect(await refusal { _ = try await world.person("a") } == .taken("login"))
    #expect(await refusal { _ = try await world.person("c", phone: "+1") } == .taken("phone"))
    var sameLogin = b.person
    sameLogin.login = "a"
    #expect(await refusal { try await world.store.update(sameLogin) } == .taken("login"))
    var samePhone = b.person
    samePhone.phone = "+1"
    #expect(await refusal { try await world.store.update(samePhone) } == .taken("phone"))
    #expect(try await world.store.person(b.person.id) == b.person)
    _ = try await world.person("d", phone: nil)
  }

  @Test(arguments: Engine.allCases)
  func `logins are told apart by their bytes`(_ engine: Engine) async throws {
    let world = try World(engine)
    let composed = try await world.person("ren\u{e9}")
    let decomposed = try await world.person("rene\u{301}")
    #expect(try await world.store.person(login: "ren\u{e9}")?.id == composed.person.id)
    #expect(try await world.store.person(login: "rene\u{301}")?.id == decomposed.person.id)
  }

  @Test(arguments: Engine.allCases)
  func `personal data changes at its version only, and sessions go on`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    var person = joined.facts.person
    person.name = "张大伟"
    person.login = "zhang.dawei"
    person.phone = "+8613700000000"
    person.updatedAt = world.now + 5
    try await world.store.update(person)
    #expect(try await world.store.person(login: "zhang.dawei") == person)
    #expect(try await world.store.person(login: "zhang.wei") == nil)
    #expect(try await world.store.participation(joined.participation.handle)?.person == person)
    var stale = person
    stale.version += 1
    #expect(await refusal { try await world.store.update(stale) } == .stale)
  }

  @Test(arguments: Engine.allCases)
  func `disabling ends every session in the same unit of work`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let second = try await world.session(joined.facts)
    let person = joined.facts.person
    try await world.store.setEnabled(person, false, end: world.order(.person(person.id), .personDisabled))
    let disabled = try #require(await world.store.person(person.id))
    #expect(!disabled.isEnabled)
    #expect(disabled.version == person.version + 1)
    #expect(try await world.store.session(joined.session.session.hash) == nil)
    #expect(try await world.store.session(second.session.hash) == nil)
    let log = try await world.store.log(after: 0, limit: 100)
    #expect(log.ended.map(\.handle) == [.sid(joined.participation.handle.sid)])
    #expect(await refusal { try await world.store.setEnabled(person, true, end: nil) } == .stale)
    try await world.store.setEnabled(disabled, true, end: nil)
    #expect(try await world.store.person(person.id)?.version == person.version + 2)
  }

  @Test(arguments: Engine.allCases)
  func `persons are listed in pages by id`(_ engine: Engine) async throws {
    let world = try World(engine)
    var ids: [PersonID] = []
    for number in 0..<5 { ids.append(try await world.person("p\(number)").person.id) }
    #expect(try await world.store.persons(after: nil, limit: 3).map(\.id) == Array(ids[0..<3]))
    #expect(try await world.store.persons(after: ids[2], limit: 3).map(\.id) == Array(ids[3..<5]))
    #expect(try await world.store.persons(after: ids[4], limit: 3).isEmpty)
  }
}
