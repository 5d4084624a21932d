import OneDoorWeb

extension Configuration {
  /// What the HTTP edge is told.
  func webConfiguration() throws -> WebConfiguration {
    guard let address = IssuerAddress(issuer.text) else {
      throw CommandFailure("issuer \(issuer.text) is no address that can be served")
    }
    var web = WebConfiguration(
      issuer: address, listen: listen.map(\.point), tls: tlsFiles,
      trustedProxies: proxyRanges,
      operations: metrics.listen.map(\.point))
    web.limits.connections = limits.connections
    web.limits.headerCount = limits.headers
    web.limits.headerBytes = limits.headerBytes
    web.limits.bodyBytes = limits.bodyBytes
    return web
  }

  var proxyRanges: [AddressRange] { trustedProxies.compactMap { AddressRange($0.description) } }

  var tlsFiles: TLSFiles? {
    guard let certificate = tls.certificate, let key = tls.key else { return nil }
    return TLSFiles(certificate: certificate, key: key)
  }
}

extension ListenAddress {
  var point: ListeningPoint { ListeningPoint(host: host, port: Int(port)) }
}
