import OneDoorClient
import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages
import Synchronization

/// What the test provider knows, decides and signs. Its HTTP is in `FakeProvider`.
final class ProviderState: Sendable {
  struct Asked: Sendable {
    let nonce: String
    let challenge: String
    let sid: String
  }

  struct Knobs: Sendable {
    var idTokenKey = TokenForge.es256
    var rotates = false
    var isDown = false
    var isSilent = false
    var answerIssuer: String?
    var scope = "openid profile"
    var changeAccess: @Sendable (inout JSONObject) -> Void = { _ in }
    var changeIdentity: @Sendable (inout JSONObject) -> Void = { _ in }
  }

  private struct Memory {
    var issuer = ""
    var knobs = Knobs()
    var codes: [String: Asked] = [:]
    var counters: [String: Int] = [:]
    var ended: [EndedHandle] = []
    var cutOffs: [RevocationMessage.CutOff] = []
    var gone: Set<String> = []
    var refreshes = 0
    var keyFetches = 0
    var keys = [TokenForge.es256.jwk, TokenForge.rs256.jwk]
    var streams: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
    var nextNumber = 0
  }

  private let memory = Mutex(Memory())
  let clock: TestClock
  let incarnation = "00112233445566778899aabbccddeeff"

  init(clock: TestClock) { self.clock = clock }

  var issuer: String {
    get { memory.withLock { $0.issuer } }
    set { memory.withLock { $0.issuer = newValue } }
  }
  var refreshCount: Int { memory.withLock { $0.refreshes } }
  var keyFetchCount: Int { memory.withLock { $0.keyFetches } }
  var knobs: Knobs { memory.withLock { $0.knobs } }
  func turn(_ change: (inout Knobs) -> Void) { memory.withLock { change(&$0.knobs) } }
  func publish(_ keys: [JWK]) { memory.withLock { $0.keys = keys } }

  func keySet() -> [UInt8] {
    memory.withLock {
      $0.keyFetches += 1
      return JWKSet.serialized($0.keys)
    }
  }

  /// The authorization endpoint with a person who says yes: the address of the callback.
  func authorize(_ url: String) throws -> String {
    let query = url.split(separator: "?", maxSplits: 1)[1]
    let asked = try FormURLEncoding.parse(Array(query.utf8))
    let number = memory.withLock { memory in
      memory.nextNumber += 1
      return memory.nextNumber
    }
    let code = "code-\(number)"
    memory.withLock {
      $0.codes[code] = Asked(
        nonce: asked["nonce"] ?? "", challenge: asked["code_challenge"] ?? "", sid: "session-\(number)")
    }
    let answer = FormURLEncoding.encode([
      ("code", code), ("state", asked["state"] ?? ""), ("iss", knobs.answerIssuer ?? issuer),
    ])
    return "\(asked["redirect_uri"] ?? "")?\(answer)"
  }

  func tokens(_ form: Parameters) throws -> (status: Int, body: [UInt8]) {
    if knobs.isDown { return (503, []) }
    switch form["grant_type"] {
    case "authorization_code": return try redeem(form)
    case "refresh_token": return try refresh(form)
    case "client_credentials":
      let token = try TokenForge.sign(access(sid: nil), typ: TokenType.accessToken)
      return (200, TokenResponse(accessToken: token, expiresIn: 300, scope: "revocation").serialized())
    default: return refused(.unsupportedGrantType)
    }
  }

  private func redeem(_ form: Parameters) throws -> (Int, [UInt8]) {
    let code = form["code"] ?? ""
    guard let asked = memory.withLock({ $0.codes.removeValue(forKey: code) }) else { return refused(.invalidGrant) }
    let challenge = Base64URL.encode(SHA256.hash(Array((form["code_verifier"] ?? "").utf8)))
    guard challenge == asked.challenge else { return refused(.invalidGrant) }
    return (200, try answer(sid: asked.sid, nonce: asked.nonce, counter: 0))
  }

  private func refresh(_ form: Parameters) throws -> (Int, [UInt8]) {
    let parts = (form["refresh_token"] ?? "").split(separator: ".")
    guard parts.count == 2, let counter = Int(parts[1]) else { return refused(.invalidGrant) }
    let sid = String(parts[0])
    let isLive = memory.withLock { memory in
      memory.refreshes += 1
      return !memory.gone.contains(sid) && (memory.counters[sid] ?? 0) == counter
    }
    guard isLive else { return refused(.invalidGrant) }
    let next = knobs.rotates ? counter + 1 : counter
    memory.withLock { $0.counters[sid] = next }
    return (200, try answer(sid: sid, nonce: nil, counter: next))
  }

  private func answer(sid: String, nonce: String?, counter: Int) throws -> [UInt8] {
    let knobs = knobs
    var claims = access(sid: sid)
    knobs.changeAccess(&claims)
    let accessToken = try TokenForge.sign(claims, typ: TokenType.accessToken)
    var identity = claims
    for name in ["client_id", "jti", "scope"] { identity[name] = nil }
    identity["aud"] = "housing"
    identity["nonce"] = nonce.map { .string($0) }
    identity["at_hash"] = .string(TokenVerifier.hash(of: accessToken))
    identity["name"] = "张伟"
    knobs.changeIdentity(&identity)
    let idToken = try TokenForge.sign(identity, typ: TokenType.idToken, key: knobs.idTokenKey)
    return TokenResponse(
      accessToken: accessToken, expiresIn: 300, scope: knobs.scope, refreshToken: "\(sid).\(counter)",
      idToken: idToken
    ).serialized()
  }

  private func access(sid: String?) -> JSONObject {
    let number = memory.withLock { memory in
      memory.nextNumber += 1
      return memory.nextNumber
    }
    var claims = TokenForge.access
    claims["iss"] = .string(issuer)
    claims["iat"] = .integer(clock.now)
    claims["exp"] = .integer(clock.now + 300)
    claims["auth_time"] = .integer(clock.now - 5)
    claims["jti"] = .string("token-\(number)")
    claims["sid"] = sid.map { .string($0) }
    claims["scope"] = .string(knobs.scope)
    return claims
  }

  private func refused(_ code: ErrorCode) -> (Int, [UInt8]) {
    (400, ErrorResponse(code: code, description: "no").serialized())
  }

  // MARK: The feed

  /// Ends a session as `onedoor session revoke` does: refused at refresh, and told to every stream at once.
  func end(_ handle: EndedHandle) throws {
    let (epoch, streams) = memory.withLock { memory in
      if case .sid(let sid) = handle { memory.gone.insert(sid) }
      memory.ended.append(handle)
      return (Int64(memory.ended.count), Array(memory.streams.values))
    }
    let entry = RevocationMessage.Ended(handle: handle, until: clock.now + 600)
    let frame = try frame(message(after: epoch - 1, upto: epoch, ended: [entry]))
    for stream in streams { stream.yield(frame) }
  }

  /// As a time-out: refused at refresh, and no event.
  func expire(_ sid: String) { memory.withLock { _ = $0.gone.insert(sid) } }

  func beat() throws {
    let (epoch, streams) = memory.withLock { (Int64($0.ended.count), Array($0.streams.values)) }
    if streams.isEmpty || knobs.isSilent { return }
    let frame = try frame(message(after: epoch, upto: epoch))
    for stream in streams { stream.yield(frame) }
  }

  func send(_ message: RevocationMessage, key: SigningKey = TokenForge.es256, typ: String = TokenType.revocation) throws
  {
    let frame = try frame(message, key: key, typ: typ)
    for stream in memory.withLock({ Array($0.streams.values) }) { stream.yield(frame) }
  }

  func breakStreams() {
    for stream in memory.withLock({ Array($0.streams.values) }) { stream.finish() }
    memory.withLock { $0.streams = [:] }
  }

  func snapshot() throws -> String { try sign(snapshotMessage()) }

  func stream() throws -> AsyncStream<[UInt8]> {
    let first = try frame(snapshotMessage())
    return AsyncStream { stream in
      // Who is cut off gets no answer to a new connection either.
      if !knobs.isSilent { stream.yield(Array("retry: 1000\n\n: hello\n\n".utf8) + first) }
      memory.withLock { memory in
        memory.nextNumber += 1
        memory.streams[memory.nextNumber] = stream
      }
    }
  }

  func message(
    after: Int64, upto: Int64, ended: [RevocationMessage.Ended] = [], audience: String = "housing"
  ) -> RevocationMessage {
    RevocationMessage(
      issuer: issuer, audience: audience, incarnation: incarnation, after: after, upto: upto, time: clock.now,
      ended: ended)
  }

  private func snapshotMessage() -> RevocationMessage {
    let ended = memory.withLock { $0.ended }
    return message(
      after: 0, upto: Int64(ended.count), ended: ended.map { .init(handle: $0, until: clock.now + 600) })
  }

  private func sign(
    _ message: RevocationMessage, key: SigningKey = TokenForge.es256, typ: String = TokenType.revocation
  ) throws -> String { try key.sign(typ: typ, payload: message.serialized()) }

  private func frame(
    _ message: RevocationMessage, key: SigningKey = TokenForge.es256, typ: String = TokenType.revocation
  ) throws -> [UInt8] {
    let data = try sign(message, key: key, typ: typ)
    return Array("id: \(message.incarnation):\(message.upto)\nevent: revocation\ndata: \(data)\n\n".utf8)
  }
}
