import Logging
import OneDoorEndpoints

/// What every answer needs, made once at start.
final class Edge: Sendable {
  let provider: any IdentityProvider
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
    self.provider = provider
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
}
