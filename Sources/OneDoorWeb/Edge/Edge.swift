import Logging
import OneDoorEndpoints
import Synchronization

/// What every answer needs, made once at start; a reload swaps the provider.
final class Edge: Sendable {
  private let inForce: Mutex<any IdentityProvider>
  let issuer: IssuerAddress
  let limits: WebLimits
  let clock: WebClock
  let logger: Logger
  let renderer: PageRenderer
  let cookies: CookieNames
  let security: SecurityFields
  let date: DateField
  let addresses: ClientAddress
  let metrics: RequestMetrics
  let documents: PreparedDocuments
  let refusalLines = LogAllowance()

  init(
    provider: any IdentityProvider, configuration: WebConfiguration, renderer: PageRenderer, metrics: RequestMetrics,
    clock: WebClock, logger: Logger
  ) {
    inForce = Mutex(provider)
    self.renderer = renderer
    self.metrics = metrics
    self.clock = clock
    self.logger = logger
    issuer = configuration.issuer
    limits = configuration.limits
    cookies = CookieNames(isSecure: issuer.isSecure)
    security = SecurityFields(isSecure: issuer.isSecure)
    date = DateField(clock: clock)
    addresses = ClientAddress(trustedProxies: configuration.trustedProxies)
    documents = PreparedDocuments(security: security, date: date)
  }

  var provider: any IdentityProvider { inForce.withLock { $0 } }

  func replace(_ provider: any IdentityProvider) { inForce.withLock { $0 = provider } }
}
