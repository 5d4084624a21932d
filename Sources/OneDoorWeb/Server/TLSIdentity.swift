import NIOCore
import NIOSSL
import Synchronization

/// The certificate and key in use. SIGHUP puts new ones in their place; connections that are open keep theirs.
final class TLSIdentity: Sendable {
  private let current: Mutex<NIOSSLContextConfigurationOverride>

  init(_ files: TLSFiles) throws { current = Mutex(Self.pair(try Self.load(files))) }

  /// A pair that cannot be used leaves the old one in place, and the error says why.
  func reload(_ files: TLSFiles) throws {
    let pair = Self.pair(try Self.load(files))
    current.withLock { $0 = pair }
  }

  /// What the listener starts with; each handshake takes the pair that is current then.
  func configuration(_ files: TLSFiles) throws -> TLSConfiguration {
    var configuration = try Self.load(files)
    configuration.sslContextCallback = { _, promise in promise.succeed(self.current.withLock { $0 }) }
    return configuration
  }

  private static func load(_ files: TLSFiles) throws -> TLSConfiguration {
    let chain = try NIOSSLCertificate.fromPEMFile(files.certificate)
    let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    // BCP 195 (RFC 9325 §3.1.1).
    configuration.minimumTLSVersion = .tlsv12
    // Made to see that the two belong together; a mismatch must show at start and not in the first handshake.
    _ = try NIOSSLContext(configuration: configuration)
    return configuration
  }

  private static func pair(_ configuration: TLSConfiguration) -> NIOSSLContextConfigurationOverride {
    var pair = NIOSSLContextConfigurationOverride()
    pair.certificateChain = configuration.certificateChain
    pair.privateKey = configuration.privateKey
    return pair
  }
}
