import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization

/// Keeps the department's cookies, and asks for pages as a browser does.
final class TestBrowser: Sendable {
  let world: World
  private let kept = Mutex<[String: String]>([:])

  init(_ world: World) { self.world = world }

  var cookies: [String: String] {
    get { kept.withLock { $0 } }
    set { kept.withLock { $0 = newValue } }
  }

  var session: String? { cookies["onedoor-housing"] }

  func get(_ uri: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
    try await send(.get, uri, headers)
  }

  func send(
    _ method: HTTPRequest.Method, _ uri: String, _ headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    var headers = headers
    if headers[.accept] == nil { headers[.accept] = "text/html,application/xhtml+xml,*/*;q=0.8" }
    if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
    let response = try await world.department.execute(uri: uri, method: method, headers: headers)
    for field in response.headers[values: .setCookie] {
      let parts = field.split(separator: ";").map { String($0.drop { $0 == " " }) }
      let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      kept.withLock { $0[pair[0]] = parts.contains("Max-Age=0") ? nil : pair[1] }
    }
    return response
  }

  /// Through the provider and back to where it began.
  @discardableResult
  func signIn(from path: String = "/my/file") async throws -> TestResponse {
    let start = try await get(path)
    let begin = try await get(start.location)
    return try await finish(try world.provider.authorize(begin.location))
  }

  /// Opens the callback that the provider has answered with.
  func finish(_ callback: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
    try await get(String(callback.dropFirst("http://localhost:8081".count)), headers)
  }
}

extension TestResponse {
  var location: String { headers[.location] ?? "" }
  var text: String { String(buffer: body) }
}
