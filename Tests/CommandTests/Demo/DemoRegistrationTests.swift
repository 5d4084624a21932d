import OneDoorLogin
import OneDoorRules
import Testing
import onedoor

@Suite struct DemoRegistrationTests {
  private let demo = DemoRegistration(ports: DemoPorts(provider: 9080), secret: [UInt8](repeating: 7, count: 32))

  @Test func `the sample citizens' passwords pass the policy`() throws {
    for person in try demo.registration().persons {
      let password = try #require(person.password?.revealed)
      #expect(throws: Never.self) {
        try PasswordPolicy(minimumLength: 12).check(password, login: person.login, name: person.name)
      }
    }
  }

  @Test func `every start registers the same`() throws {
    #expect(try demo.registration() == demo.registration())
  }

  @Test func `everything stands on localhost, on the two ports after the provider's`() throws {
    let uris = try demo.registration().departments.flatMap(\.redirectURIs)
    #expect(uris == ["http://localhost:9081/signin/callback", "http://localhost:9082/signin/callback"])
  }

  @Test func `each department has a secret of its own, and another in each demo`() throws {
    let other = DemoRegistration(ports: DemoPorts(provider: 9080), secret: [UInt8](repeating: 8, count: 32))
    let secrets = try [demo.secret("housing"), demo.secret("business"), other.secret("housing")]
    #expect(Set(secrets).count == 3)
    #expect(secrets.allSatisfy { $0.utf8.count == 43 })
  }
}
