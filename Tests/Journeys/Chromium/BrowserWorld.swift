import Foundation
import TestSupport

/// A provider on localhost and two departments on two other addresses: three sites to a browser, so that every cookie
/// rule between sites is in force.
struct BrowserWorld: Sendable {
  let world: World
  let housing: DepartmentSite
  let business: DepartmentSite

  static func shared() async throws -> BrowserWorld { try await sharedTask.value }
  private static let sharedTask = Task { try await BrowserWorld.start(persons: 24) }

  static func start(persons: Int = 3) async throws -> BrowserWorld {
    let ports = (try FreePort.next(), try FreePort.next())
    var registry = try Registry(persons: persons)
    registry.housing = try site("housing", "http://127.0.0.1:\(ports.0)")
    registry.business = try site("business", "http://127.0.0.2:\(ports.1)")
    let world = try await World(registry: registry)
    try await world.serve()
    let sites = (
      try DepartmentSite(registry.housing, host: "127.0.0.1", port: ports.0, issuer: world.issuer),
      try DepartmentSite(registry.business, host: "127.0.0.2", port: ports.1, issuer: world.issuer)
    )
    try await sites.0.waitUntilReady()
    try await sites.1.waitUntilReady()
    return BrowserWorld(world: world, housing: sites.0, business: sites.1)
  }

  private static func site(_ id: String, _ origin: String) throws -> TestDepartment {
    TestDepartment(
      id: id, redirectURI: origin + "/signin/callback", proof: .basic(try TestDepartment.drawSecret()),
      registered: ["post_logout_redirect_uris: [\"\(origin)/\"]", "id_token_claims: true"])
  }
}

extension Browser {
  /// From the department's front page to the provider's, or wherever pressing "Sign in" leads.
  func pressSignIn(at site: DepartmentSite) async throws {
    try await navigate(to: site.origin + "/")
    try await control("Sign in").click()
  }

  /// Fills in the sign-in page that is open, and sends it.
  func signIn(as person: TestPerson, password: String? = nil) async throws {
    try await waitFor("input[name=password]")
    try await fill("input[name=username]", with: person.login)
    try await fill("input[name=password]", with: password ?? person.password)
    try await control("Sign in").click()
  }

  func signIn(at site: DepartmentSite, as person: TestPerson) async throws {
    try await pressSignIn(at: site)
    try await signIn(as: person)
    try await expectSignedIn(at: site, as: person)
  }

  func expectSignedIn(at site: DepartmentSite, as person: TestPerson) async throws {
    try await waitFor(urlPrefix: site.origin + "/")
    try await waitFor(text: person.name)
  }

  /// What the department's page calls the visitor.
  func state() async throws -> String { try await find("#state").text() }

  /// A picture for people to look at, where a folder is given for them.
  func picture(_ name: String) async throws {
    guard let folder = ProcessInfo.processInfo.environment["ONEDOOR_SCREENSHOTS"], !folder.isEmpty else { return }
    try await screenshot(to: "\(folder)/\(name).png")
  }

  /// No error, no violation of a policy, nothing that is not there. Where a test asks for a refusal, Chromium reports the
  /// answer's status as an error of loading.
  func quietConsole(refusedAt path: String? = nil) async throws -> Bool {
    let messages = try await consoleMessages().filter { message in
      guard let path else { return true }
      return !(message.contains(path) && message.contains("the server responded with a status of 4"))
    }
    if !messages.isEmpty { print(messages.joined(separator: "\n")) }
    return messages.isEmpty
  }
}
