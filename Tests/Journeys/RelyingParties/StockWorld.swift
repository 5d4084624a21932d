import TestSupport

/// A provider, and two departments whose software knows nothing of OneDoor.
struct StockWorld: Sendable {
  let world: World
  let folder: TemporaryFolder
  let authlib: TestDepartment
  let apache: TestDepartment
  let authlibPort: Int
  let apachePort: Int

  static func start() async throws -> StockWorld {
    let (authlibPort, apachePort) = (try FreePort.next(), try FreePort.next())
    let (first, second) = ("http://127.0.0.1:\(authlibPort)", "http://127.0.0.1:\(apachePort)")
    var registry = try Registry(persons: 2)
    registry.housing = TestDepartment(
      id: "housing", redirectURI: first + "/callback", proof: .basic(try TestDepartment.drawSecret()),
      registered: ["post_logout_redirect_uris: [\"\(first)/\"]"])
    // Nothing said of the ID token: RS256. Its userinfo is signed too.
    registry.business = TestDepartment(
      id: "business", redirectURI: second + "/protected/callback", proof: .basic(try TestDepartment.drawSecret()),
      registered: ["post_logout_redirect_uris: [\"\(second)/bye.txt\"]", "signing: {userinfo: RS256}"])
    let world = try await World(registry: registry)
    try await world.serve()
    return StockWorld(
      world: world, folder: try TemporaryFolder("stock"), authlib: registry.housing, apache: registry.business,
      authlibPort: authlibPort, apachePort: apachePort)
  }

  var authlibOrigin: String { "http://127.0.0.1:\(authlibPort)" }
  var apacheOrigin: String { "http://127.0.0.1:\(apachePort)" }

  func startAuthlib() async throws -> ServerProcess {
    try await DebianPackage.authlib()
    let script = try folder.write("department.py", try DebianPackage.resource("authlib_department.py"))
    let server = try ServerProcess(
      [script],
      environment: [
        "ONEDOOR_ISSUER": world.issuer, "CLIENT_ID": authlib.id, "CLIENT_SECRET": authlib.secret ?? "",
        "PORT": "\(authlibPort)", "PYTHONDONTWRITEBYTECODE": "1", "AUTHLIB_INSECURE_TRANSPORT": "1",
      ], folder: folder.path, executable: DebianPackage.python)
    try await server.waitForPort(authlibPort)
    return server
  }

  func startApache() async throws -> ServerProcess {
    let apache = try DebianPackage.apache()
    let values = [
      "FOLDER": folder.path, "PORT": "\(apachePort)", "MODULES": DebianPackage.apacheModules, "ISSUER": world.issuer,
      "CLIENT": self.apache.id, "SECRET": self.apache.secret ?? "", "PASSPHRASE": try TestDepartment.drawSecret(),
    ]
    var configuration = try DebianPackage.resource("apache.conf")
    for (name, value) in values { configuration = configuration.replacing("@\(name)@", with: value) }
    try folder.write("htdocs/bye.txt", "signed out\n")
    try folder.write("htdocs/protected/page.txt", "inside\n")
    let path = try folder.write("apache.conf", configuration)
    let server = try ServerProcess(
      ["-f", path, "-D", "FOREGROUND"], folder: folder.path, executable: apache)
    try await server.waitForURL(apacheOrigin + "/bye.txt")
    return server
  }
}
