import OneDoorEndpoints
import ServiceLifecycle

/// The provider's own tasks as a service: the revocation feed and the sweeping.
struct ProviderWork: Service {
  let provider: Provider
  let settings: SettingsInForce

  func run() async throws {
    await cancelWhenGracefulShutdown { await provider.run { settings.current.sessions.idle } }
  }
}
