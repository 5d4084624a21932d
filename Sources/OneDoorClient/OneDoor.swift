public import Logging
import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages
public import ServiceLifecycle

/// A department's side of the one login: checks tokens without asking anybody, knows what has ended, signs browsers in
/// and out.
///
/// One for each process. It is a `Service`: run it beside the server, so that keys stay fresh and the revocation feed is
/// followed.
public final class OneDoor: Service {
  package let department: Department
  package let sessionCookie: SessionCookie
  package let clocks: Clocks
  package let revocation: RevocationState
  let directory: ProviderDirectory
  let tokens: TokenEndpointClient
  let stateSealing: SealedText
  let verifier: TokenVerifier
  let flights: RefreshFlights
  private let logger: Logger

  /// Checks the configuration; reaches nobody yet.
  public convenience init(
    _ configuration: OneDoorConfiguration, logger: Logger = Logger(label: "onedoor.client")
  ) throws(OneDoorError) {
    try self.init(configuration, clocks: .system, logger: logger)
  }

  package init(_ configuration: OneDoorConfiguration, clocks: Clocks, logger: Logger) throws(OneDoorError) {
    let department = try Department(configuration)
    self.department = department
    self.clocks = clocks
    self.logger = logger
    let transport = Transport()
    directory = ProviderDirectory(issuer: department.issuer, transport: transport, clocks: clocks, logger: logger)
    tokens = TokenEndpointClient(department: department, directory: directory, transport: transport, clocks: clocks)
    sessionCookie = SessionCookie(department)
    stateSealing = SealedText(
      secrets: department.cookieSecrets, purpose: "onedoor/client/sign-in/1", of: department)
    verifier = TokenVerifier(
      issuer: department.issuer.text, audience: department.audience, clientID: department.clientID,
      skew: department.skew)
    revocation = RevocationState(
      issuer: department.issuer.text, department: department.clientID, maxStaleness: department.maxStaleness,
      skew: department.skew)
    flights = RefreshFlights(clocks: clocks)
  }

  /// Until the process is asked to stop: keeps the provider's keys fresh and follows its revocation feed.
  public func run() async throws {
    await cancelWhenGracefulShutdown {
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await self.directory.keepFresh() }
        if self.department.followsRevocation {
          group.addTask { await self.follower.run() }
        }
      }
    }
  }

  /// Fetches the provider's metadata and keys if they are not there yet. ``run()`` does it too; a command that only
  /// wants to check a token calls this instead.
  public func prepare() async throws(OneDoorError) { _ = try await directory.known() }

  private var follower: RevocationFollower {
    RevocationFollower(
      directory: directory, tokens: tokens, transport: tokens.transport,
      reader: RevocationReader(directory: directory, state: revocation, clocks: clocks, logger: logger),
      clocks: clocks, logger: logger)
  }
}
