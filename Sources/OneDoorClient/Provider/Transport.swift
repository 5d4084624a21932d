import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Plain requests to the provider. Redirects are never followed: a redirect from a token endpoint would carry the
/// department's secret wherever it points.
struct Transport: Sendable {
  struct Answer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: [UInt8]
  }

  static let maximumDocumentByteCount = 1 << 20
  /// A snapshot of a million ended sessions has 60 MB; past that an operator ends everything by one cut-off.
  static let maximumSnapshotByteCount = 64 << 20

  /// One for the process, for ever: connections are shared and nobody has to shut it down. The read time-out is what
  /// notices a dead stream, which says something every second.
  private static let client: HTTPClient = {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow, timeout: .init(connect: .seconds(5), read: .seconds(15)))
    configuration.decompression = .disabled
    // RFC 6761 §6.3: the name is loopback's, also on a machine whose resolver has not heard of it.
    if !canResolve("localhost") { configuration.dnsOverride = ["localhost": "127.0.0.1"] }
    return HTTPClient(configuration: configuration)
  }()

  private static func canResolve(_ name: String) -> Bool {
    (try? SocketAddress.makeAddressResolvingHost(name, port: 0)) != nil
  }

  func get(
    _ address: String, accept: String = "application/json", authorization: String? = nil,
    maximumByteCount: Int = Transport.maximumDocumentByteCount
  ) async throws(OneDoorError) -> Answer {
    var request = HTTPClientRequest(url: address)
    request.headers.add(name: "accept", value: accept)
    if let authorization { request.headers.add(name: "authorization", value: authorization) }
    return try await answer(request, maximumByteCount: maximumByteCount)
  }

  func post(_ address: String, form: String, authorization: String?) async throws(OneDoorError) -> Answer {
    var request = HTTPClientRequest(url: address)
    request.method = .POST
    request.headers.add(name: "accept", value: "application/json")
    request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
    if let authorization { request.headers.add(name: "authorization", value: authorization) }
    request.body = .bytes(ByteBuffer(string: form))
    return try await answer(request, maximumByteCount: Transport.maximumDocumentByteCount)
  }

  /// An event stream: the answer's head is awaited, its body goes on.
  func stream(_ address: String, authorization: String) async throws(OneDoorError) -> HTTPClientResponse {
    var request = HTTPClientRequest(url: address)
    request.headers.add(name: "accept", value: "text/event-stream")
    request.headers.add(name: "cache-control", value: "no-store")
    request.headers.add(name: "authorization", value: authorization)
    do {
      return try await Transport.client.execute(request, timeout: .seconds(10))
    } catch {
      throw OneDoorError(.unavailable, "\(address): \(error)")
    }
  }

  private func answer(_ request: HTTPClientRequest, maximumByteCount: Int) async throws(OneDoorError) -> Answer {
    do {
      let response = try await Transport.client.execute(request, timeout: .seconds(10))
      let body = try await response.body.collect(upTo: maximumByteCount)
      return Answer(
        status: Int(response.status.code), headers: response.headers, body: Array(body.readableBytesView))
    } catch {
      throw OneDoorError(.unavailable, "\(request.url): \(error)")
    }
  }
}
