package import OneDoorEndpoints

/// Where and how the edge listens.
package struct WebConfiguration: Sendable {
  package var issuer: IssuerAddress
  package var listen: [ListeningPoint]
  package var tls: TLSFiles?
  package var trustedProxies: [AddressRange]
  /// The administrator's socket; nil in tests that need none.
  package var admin: AdminSocket?
  /// Metrics and ready details, on loopback; empty: off.
  package var operations: [ListeningPoint]
  package var limits: WebLimits

  package init(
    issuer: IssuerAddress, listen: [ListeningPoint], tls: TLSFiles? = nil, trustedProxies: [AddressRange] = [],
    admin: AdminSocket? = nil, operations: [ListeningPoint] = [], limits: WebLimits = WebLimits()
  ) {
    self.issuer = issuer
    self.listen = listen
    self.tls = tls
    self.trustedProxies = trustedProxies
    self.admin = admin
    self.operations = operations
    self.limits = limits
  }
}

/// The administrator's Unix socket, and who answers at it: method, raw target and body.
package struct AdminSocket: Sendable {
  package typealias Answer =
    @Sendable (_ method: String, _ path: String, _ body: [UInt8]) async -> APIReply

  package let path: String
  package let answer: Answer

  package init(path: String, answer: @escaping Answer) {
    self.path = path
    self.answer = answer
  }
}

/// A host and a port; `localhost` stands for both loopback addresses.
package struct ListeningPoint: Sendable, Hashable {
  package let host: String
  package let port: Int

  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  var addresses: [ListeningPoint] {
    guard host.utf8.elementsEqual("localhost".utf8) else { return [self] }
    return ["127.0.0.1", "::1"].map { ListeningPoint(host: $0, port: port) }
  }
}

/// PEM files: the chain with the server's own certificate first, and its key.
package struct TLSFiles: Sendable, Equatable {
  package let certificate: String
  package let key: String

  package init(certificate: String, key: String) {
    self.certificate = certificate
    self.key = key
  }
}
