import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// What the driver answers instead of a value (W3C WebDriver §6.6).
package struct WebDriverError: Error, CustomStringConvertible {
  /// The specification's code: `no such element`, `stale element reference`, …
  package let code: String
  package let message: String
  package var description: String { "\(code): \(message.split(separator: "\n").first ?? "")" }
}

/// W3C WebDriver over HTTP: a JSON value there, a JSON value back.
struct WebDriverWire: Sendable {
  let base: String

  func get(_ path: String) async throws -> Any? { try await call(.GET, path, nil) }
  func delete(_ path: String) async throws { _ = try await call(.DELETE, path, nil) }

  @discardableResult
  func post(_ path: String, _ body: [String: Any] = [:]) async throws -> Any? {
    try await call(.POST, path, [UInt8](JSONSerialization.data(withJSONObject: body)))
  }

  private func call(_ method: HTTPMethod, _ path: String, _ body: [UInt8]?) async throws -> Any? {
    var request = HTTPClientRequest(url: base + path)
    request.method = method
    if let body {
      request.headers.add(name: "content-type", value: "application/json")
      request.body = .bytes(ByteBuffer(bytes: body))
    }
    let response = try await Transport.plain.execute(request, timeout: .seconds(60))
    let content = try await response.body.collect(upTo: 64 << 20)
    let json = try JSONSerialization.jsonObject(with: Data(content.readableBytesView)) as? [String: Any]
    let value = json?["value"]
    if response.status.code != 200 {
      let error = value as? [String: Any]
      throw WebDriverError(
        code: error?["error"] as? String ?? "\(response.status)", message: error?["message"] as? String ?? "")
    }
    return value is NSNull ? nil : value
  }
}
