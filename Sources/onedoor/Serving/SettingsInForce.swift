import Synchronization

/// The configuration of a running server; SIGHUP swaps it.
final class SettingsInForce: Sendable {
  private let value: Mutex<Configuration>

  init(_ configuration: Configuration) { value = Mutex(configuration) }

  var current: Configuration {
    get { value.withLock { $0 } }
    set { value.withLock { $0 = newValue } }
  }
}
