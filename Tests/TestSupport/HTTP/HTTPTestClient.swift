import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// A browser without a screen: keeps cookies, follows a redirect only when told to, and shows every answer as it came.
/// SameSite is not modelled; that is what the journeys in Chromium are for.
package final class HTTPTestClient: Sendable {
  package enum Trust: Sendable { case publicAuthorities, anyone }

  package let cookies: CookieJar
  private let transport: HTTPClient
  private let timeout: Duration

  package init(cookies: CookieJar = CookieJar(), trust: Trust = .publicAuthorities, timeout: Duration = .seconds(20)) {
    self.cookies = cookies
    transport = trust == .anyone ? Transport.unverified : Transport.plain
    self.timeout = timeout
  }

  package func get(_ url: String, headers: [(String, String)] = []) async throws -> HTTPTestResponse {
    try await send("GET", url, headers: headers)
  }

  package func post(
    _ url: String, form: [(String, String)], headers: [(String, String)] = []
  ) async throws -> HTTPTestResponse {
    let type = ("content-type", "application/x-www-form-urlencoded")
    return try await send("POST", url, headers: [type] + headers, body: Array(formEncoded(form).utf8))
  }

  /// Submits a form of `page`: its own fields, with `values` filled in by name.
  package func submit(
    _ form: HTMLForm, of page: HTTPTestResponse, filling values: [String: String] = [:], pressing button: String? = nil,
    headers: [(String, String)] = []
  ) async throws -> HTTPTestResponse {
    let target = resolve(form.action, against: page.url)
    let fields = form.fields(filling: values, pressing: button)
    if form.method == "post" { return try await post(target, form: fields, headers: headers) }
    let bare = target.split(separator: "?", maxSplits: 1).first.map(String.init) ?? target
    return try await get("\(bare)?\(formEncoded(fields))", headers: headers)
  }

  package func send(
    _ method: String, _ url: String, headers: [(String, String)] = [], body: [UInt8]? = nil
  ) async throws -> HTTPTestResponse {
    var request = HTTPClientRequest(url: url)
    request.method = HTTPMethod(rawValue: method)
    for (name, value) in headers { request.headers.add(name: name, value: value) }
    if let cookie = cookies.header(for: url), !request.headers.contains(name: "cookie") {
      request.headers.add(name: "cookie", value: cookie)
    }
    if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
    let response = try await transport.execute(request, timeout: TimeAmount(timeout))
    let content = try await response.body.collect(upTo: 32 << 20)
    for header in response.headers[canonicalForm: "set-cookie"] { cookies.store(String(header), from: url) }
    return HTTPTestResponse(
      url: url, status: Int(response.status.code), headers: response.headers.map { ($0.name, $0.value) },
      bytes: Array(content.readableBytesView))
  }

  /// Follows redirects with GET, as a browser does after 302 and 303, until an answer is none, or until the next stop
  /// would be one that `stop` names. A chain longer than `limit` is a loop.
  package func follow(
    _ response: HTTPTestResponse, limit: Int = 12, stoppingBefore stop: (String) -> Bool = { _ in false }
  ) async throws -> HTTPTestResponse {
    var current = response
    for _ in 0..<limit {
      guard (301...308).contains(current.status), let next = current.location, !stop(next) else { return current }
      current = try await get(next)
    }
    throw TimedOut("an end of redirects from \(response.url)", after: timeout, seen: current.url)
  }
}
