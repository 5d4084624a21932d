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
    // Eight are the library's limit for a host: 16 presenters would be 8 and then 8, and all tests would wait in one line.
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.certificateVerification = verification
    configuration.tlsConfiguration = tls
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }
}
