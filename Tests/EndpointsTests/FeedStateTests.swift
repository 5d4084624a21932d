import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import Testing

/// What a subscriber is sent, without a network or a key: a frame is its message's `after` and `upto`.
@Suite struct FeedStateTests {
  private static let now = UnixTime(1_800_000_000)

  private func log(_ epoch: Int64, _ department: DepartmentID) -> RevocationLog {
    let entry = EndedEntry(
      epoch: epoch, department: department, handle: .jti("token-\(epoch)"), until: Self.now + .hours(1))
    return RevocationLog(incarnation: "i", epoch: epoch, ended: [entry], cutOffs: [])
  }

  @Test func `news is not sent twice where the next subscriber's snapshot cannot be signed`() async throws {
    let housing = try #require(DepartmentID("housing"))
    func frame(_ message: RevocationMessage) -> [UInt8] { [UInt8(message.after), UInt8(message.upto)] }
    func noSnapshot(_ message: RevocationMessage) -> [UInt8]? { message.after == 0 ? nil : frame(message) }
    var state = FeedState(incarnation: "i")
    let (early, first) = AsyncStream<[UInt8]>.makeStream()
    state.apply(log(1, housing), at: Self.now)
    #expect(state.subscribe(first, to: housing, issuer: "i", at: Self.now, frame: frame)?.number == 1)
    state.apply(log(2, housing), at: Self.now)

    let (_, refused) = AsyncStream<[UInt8]>.makeStream()
    #expect(state.subscribe(refused, to: housing, issuer: "i", at: Self.now, frame: noSnapshot)?.number == nil)

    let (late, second) = AsyncStream<[UInt8]>.makeStream()
    #expect(state.subscribe(second, to: housing, issuer: "i", at: Self.now, frame: frame)?.number == 2)
    first.finish()
    second.finish()
    var sent: [[UInt8]] = []
    for await bytes in early { sent.append(bytes) }
    #expect(sent == [[0, 1], [1, 2]])
    for await bytes in late { #expect(bytes == [0, 2]) }
  }
}
