import ArgumentParser
import Foundation
import Logging
import NIOPosix
import OneDoorCrypto
import OneDoorEndpoints
import OneDoorRules
import OneDoorWeb
import ServiceLifecycle

struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the provider and two departments on this machine, with two citizens to sign in as.",
    discussion: """
      Everything it makes is in one folder. Starting it again finds sessions as they were left.

      Example:
        onedoor demo
        onedoor demo --reset
      """)

  @Option(help: ArgumentHelp("Where it keeps its data.", valueName: "dir")) var data = DemoFolder.usual
  @Flag(help: "Remove what an earlier demo left, and begin anew.") var reset = false
  @Option(help: ArgumentHelp("The provider's port; the departments have the two after it.", valueName: "port"))
  var port = 8080

  func validate() throws {
    guard (1...65_533).contains(port) else { throw ValidationError("--port is a number from 1 to 65533.") }
  }

  func run() async throws {
    let console = Console.current
    let folder = DemoFolder(data)
    let ports = DemoPorts(provider: port)
    if reset { try folder.reset() }
    try folder.prepare(port: port)
    try freePorts(ports)
    do { _ = try KeyDirectory(folder.keysPath).generateMissing(now: WallClock.now().seconds) } catch {
      throw CommandFailure("\(error)")
    }
    let place = try folder.place(environment: console.environment)
    let gate = Gate()
    var world = Assembly.World.standard(place.configuration, console) { kind, _ in if kind == .open { gate.open() } }
    world.environment = DemoFolder.overrides(console.environment)
    let assembly = try await Assembly.build(place, world)
    let registration = DemoRegistration(ports: ports, secret: try folder.secret())
    do {
      let answer = await assembly.administration.answer("apply/run", try registration.registration().document)
      guard answer.status == 200 else { throw CommandFailure(status: answer.status, json: answer.json) }
      let departments = try [DemoSite.housing(ports), .business(ports)].map { site in
        try DemoDepartment(
          site, issuer: place.configuration.issuer.text, secret: try registration.secret(site.id),
          cookieSecret: try registration.secret("\(site.id)/cookie"), logger: world.logger)
      }
      try await assembly.run(beside: services(departments, gate, console, ports))
    } catch {
      await assembly.end()
      throw error
    }
  }

  private func services(
    _ departments: [DemoDepartment], _ gate: Gate, _ console: Console, _ ports: DemoPorts
  ) -> [any Service] {
    let sites = departments.flatMap { $0.services(on: MultiThreadedEventLoopGroup.singleton) }
      .map { AfterProvider(gate: gate, inner: $0) }
    let text = Self.announcement(ports, folder: data)
    return sites + [Announcement(gate: gate, departments: departments) { console.output.print(line: text) }]
  }

  /// Said before anything is started, since a listener's own error does not tell whose port it was.
  private func freePorts(_ ports: DemoPorts) throws {
    guard let taken = ports.all.first(where: LoopbackPort.isAnswered) else { return }
    throw CommandFailure(
      "port \(taken) is taken: something on this machine listens there already",
      tip: "onedoor demo --port \(port == 9080 ? 9180 : 9080)\(data == DemoFolder.usual ? "" : " --data \(data)")")
  }

  static func announcement(_ ports: DemoPorts, folder: String) -> String {
    let option = folder == DemoFolder.usual ? "" : " --data \(folder)"
    let command = CommandLine.arguments.first ?? "onedoor"
    return """

      One login, two departments. Open the first one, sign in, then open the second.

        Housing Office         http://localhost:\(ports.housing)
        Business Registration  http://localhost:\(ports.business)
        The provider itself    http://localhost:\(ports.provider)

      Sign in as one of

      \(DemoRegistration.persons.map { "\($0.login)  \($0.password)" }.joined(separator: "\n"))

      Then, in another terminal:

        \(command) session list\(option)
        \(command) session revoke --person \(DemoRegistration.persons[0].login)\(option)

      Ctrl-C ends it; the next start finds everything as it was. Data: \(folder)
      """
  }
}
