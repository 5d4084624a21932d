import AsyncHTTPClient
import NIOCore
import NIOSSL

/// The connections tests share. Both live as long as the process: closing them would be one more thing to forget.
enum Transport {
  /// Follows nothing, decodes nothing, and a refused connection is an error at once.
  static let plain = make(verification: .fullVerification)
  static let unverified = make(verification: .none)

  private static func make(verification: CertificateVerification) -> HTTPClient {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow, timeout: .init(connect: .seconds(5)), decompression: .disabled)
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.connectionPool.idleTimeout = .seconds(2)
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.certificateVerification = verification
    configuration.tlsConfiguration = tls
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }
}
