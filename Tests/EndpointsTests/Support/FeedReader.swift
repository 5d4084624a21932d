import OneDoorEndpoints
import OneDoorJOSE
import OneDoorMessages
import Synchronization
import TestSupport

/// A department's end of the revocation stream: verifies every frame and keeps the messages.
final class FeedReader: Sendable {
  private struct State {
    var messages: [RevocationMessage] = []
    var faults: [String] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let ring: KeyRing

  init(_ subscription: RevocationSubscription, _ world: World) throws {
    ring = KeyRing([world.keys.revocation.jwk])
    guard case .open(let stream) = subscription else { throw Unexpected("the stream was refused") }
    Task { [self] in
      for await frame in stream { take(frame) }
      state.withLock { $0.isClosed = true }
    }
  }

  var messages: [RevocationMessage] { state.withLock { $0.messages } }
  var faults: [String] { state.withLock { $0.faults } }
  var isClosed: Bool { state.withLock { $0.isClosed } }
  /// Every handle that was told of, in order, the snapshot's too.
  var handles: [EndedHandle] { messages.flatMap { $0.ended.map(\.handle) } }

  func wait(_ what: String, _ isSo: @escaping @Sendable ([RevocationMessage]) -> Bool) async throws {
    try await eventually(what, within: .seconds(10)) { isSo(self.messages) ? true : nil }
  }

  func waitForClose() async throws {
    try await eventually("the end of the stream", within: .seconds(10)) { self.isClosed ? true : nil }
  }

  private func take(_ frame: [UInt8]) {
    do {
      let message = try FeedReader.read(frame, ring)
      state.withLock { $0.messages.append(message) }
    } catch {
      state.withLock { $0.faults.append("\(error): \(String(decoding: frame, as: UTF8.self))") }
    }
  }

  /// `id: <incarnation>:<upto>`, `event: revocation`, `data: <JWS>`, an empty line.
  static func read(_ frame: [UInt8], _ ring: KeyRing) throws -> RevocationMessage {
    let lines = String(decoding: frame, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 5, lines[3].isEmpty, lines[4].isEmpty, lines[1] == "event: revocation",
      lines[2].hasPrefix("data: "), lines[0].hasPrefix("id: ")
    else { throw Unexpected("not one event") }
    let jws = try UnverifiedJWS(compact: String(lines[2].dropFirst("data: ".count)), 1 << 20)
    let message = try RevocationMessage(try ring.verify(jws, type: TokenType.revocation).claims())
    guard lines[0] == "id: \(message.incarnation):\(message.upto)" else { throw Unexpected("another id") }
    return message
  }
}

extension UnverifiedJWS {
  fileprivate init(compact: String, _ limit: Int) throws(JWSError) {
    try self.init(compact: Array(compact.utf8), maximumByteCount: limit)
  }
}

extension World {
  func follow(_ office: Office) async throws -> FeedReader {
    let token = try await ownToken(office, scope: "revocation")
    return try FeedReader(await provider.revocationStream(authorization: "Bearer \(token)"), self)
  }

  /// With the provider's own work going on beside.
  func running(_ body: () async throws -> Void) async throws {
    let work = Task { [provider] in await provider.run() }
    defer { work.cancel() }
    try await body()
  }
}
