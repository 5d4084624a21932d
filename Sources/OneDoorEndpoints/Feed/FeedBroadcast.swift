import Logging
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import Synchronization

extension RevocationFeed {
  private static let bufferedFrames = 64

  /// Sends every connected department what is new to it; with heads, also to those for whom nothing is.
  func broadcast(withHeads: Bool) {
    let now = clock()
    let dropped = state.withLock { state in
      var dropped: [FeedChannel.Subscriber] = []
      for (department, var channel) in state.channels {
        if channel.subscribers.isEmpty {
          state.channels[department] = nil
          continue
        }
        let message = state.message(to: department, after: channel.position, issuer: issuer, at: now)
        let isHead = message.ended.isEmpty && message.cutOffs.isEmpty
        if isHead && !withHeads { continue }
        guard let frame = frame(message, at: now) else { continue }
        dropped += channel.send(frame)
        channel.position = message.upto
        state.channels[department] = channel
      }
      return dropped
    }
    dropped.finish()
  }

  /// A new subscriber gets a snapshot of where the department's stream stands, then everything that follows.
  func subscribe(_ department: DepartmentID) -> AsyncStream<[UInt8]>? {
    let now = clock()
    let (stream, continuation) = AsyncStream<[UInt8]>.makeStream(
      bufferingPolicy: .bufferingOldest(RevocationFeed.bufferedFrames))
    let subscribed = state.withLock { state in
      state.subscribe(continuation, to: department, issuer: issuer, at: now) { frame($0, at: now) }
    }
    guard let subscribed else { return nil }
    subscribed.dropped.finish()
    let number = subscribed.number
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { $0.channels[department]?.subscribers[number] = nil }
    }
    return stream
  }

  /// A signed snapshot for departments that poll, with the tag that says whether it has changed.
  func snapshot(for department: DepartmentID) -> (jws: [UInt8], tag: String)? {
    let now = clock()
    let message = state.withLock { $0.message(to: department, after: 0, issuer: issuer, at: now) }
    guard let jws = sign(message, at: now) else { return nil }
    return (jws, "\"\(message.incarnation).\(message.upto)\"")
  }

  private func sign(_ message: RevocationMessage, at now: UnixTime) -> [UInt8]? {
    do {
      return try keys.revocationSigner(at: now).signBytes(typ: TokenType.revocation, payload: message.serialized())
    } catch {
      logger.error("a revocation message could not be signed", metadata: ["error": "\(error)"])
      return nil
    }
  }

  /// One event of the stream (HTML §9.2.6): its id lets a reader say where it stands.
  private func frame(_ message: RevocationMessage, at now: UnixTime) -> [UInt8]? {
    guard let jws = sign(message, at: now) else { return nil }
    let head = "id: \(message.incarnation):\(message.upto)\nevent: revocation\ndata: "
    return Array(head.utf8) + jws + [UInt8(ascii: "\n"), UInt8(ascii: "\n")]
  }
}
