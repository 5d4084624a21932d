import OneDoorJOSE
import OneDoorLogin
import OneDoorRules
import Testing

@Suite struct SealTests {
  let master = [UInt8](repeating: 9, count: 32)
  /// 2027-01-15T08:00:00Z.
  let now = UnixTime(1_800_000_000)
  var nextMidnight: UnixTime { UnixTime((now.seconds / 86_400 + 1) * 86_400) }
  let message = Array("what the browser carries".utf8)

  @Test func `what was sealed opens, begins with the bearer prefix, and looks different each time`() throws {
    let seal = Seal(master: master, purpose: "journey")
    let first = try seal.seal(message, at: now)
    let second = try seal.seal(message, at: now)
    #expect(seal.open(first, at: now) == message)
    #expect(seal.open(second, at: now) == message)
    #expect(first != second)
    #expect(Base64URL.decode(first)?.starts(with: BearerPrefix.bytes) == true)
    #expect(seal.open(try seal.seal([], at: now), at: now) == [])
  }

  @Test func `every prefix and every change of one character is refused`() throws {
    let seal = Seal(master: master, purpose: "journey")
    for spoilt in spoilt(try seal.seal(message, at: now)) { #expect(seal.open(spoilt, at: now) == nil) }
  }

  @Test func `every change of one byte is refused`() throws {
    let seal = Seal(master: master, purpose: "journey")
    let bytes = try #require(Base64URL.decode(try seal.seal(message, at: now)))
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        #expect(seal.open(Base64URL.encode(changed), at: now) == nil)
      }
    }
  }

  @Test func `purposes and masters are not interchangeable`() throws {
    let text = try Seal(master: master, purpose: "journey").seal(message, at: now)
    for purpose in ["code", "journeys", "journe", "", "Journey"] {
      #expect(Seal(master: master, purpose: purpose).open(text, at: now) == nil)
    }
    #expect(Seal(master: [UInt8](repeating: 8, count: 32), purpose: "journey").open(text, at: now) == nil)
  }

  @Test func `today's and yesterday's seals open, the day before's do not, in any process`() throws {
    let text = try Seal(master: master, purpose: "journey").seal(message, at: now)
    let seal = Seal(master: master, purpose: "journey")
    #expect(seal.open(text, at: nextMidnight) == message)
    #expect(seal.open(text, at: nextMidnight + Seconds(86_399)) == message)
    #expect(seal.open(text, at: nextMidnight + .days(1)) == nil)
    // The keys of later days push older ones out of the cache and bring none back.
    for day in 0..<5 { _ = try seal.seal(message, at: now + .days(Int64(day))) }
    #expect(seal.open(text, at: now + .days(4)) == nil)
    #expect(seal.open(text, at: now) == message)
  }

  @Test func `a node whose day has begun is understood within the tolerated difference`() throws {
    let seal = Seal(master: master, purpose: "journey")
    let text = try seal.seal(message, at: nextMidnight)
    #expect(seal.open(text, at: nextMidnight - Seconds(30)) == message)
    #expect(seal.open(text, at: nextMidnight - Seconds(61)) == nil)
  }

  @Test func `a seal has at most 4,096 characters`() throws {
    let seal = Seal(master: master, purpose: "journey")
    let full = [UInt8](repeating: 1, count: Seal.maximumByteCount)
    #expect(try seal.seal(full, at: now).utf8.count == 4096)
    #expect(throws: SealFault.tooLong) { try seal.seal(full + [1], at: now) }
    #expect(seal.open(String(repeating: "A", count: 4100), at: now) == nil)
  }

  @Test(arguments: [Int64.min, -1, 65_536 * 86_400, Int64.max - 60] as [Int64])
  func `a clock that the format cannot say seals nothing and ends nothing`(seconds: Int64) {
    let seal = Seal(master: master, purpose: "journey")
    #expect(throws: SealFault.unavailable) { try seal.seal(message, at: UnixTime(seconds)) }
    #expect(seal.open("AQAAAA", at: UnixTime(seconds)) == nil)
  }
}

/// Every prefix of a text and every text with one character changed.
func spoilt(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  var all = bytes.indices.map { String(decoding: bytes[..<$0], as: UTF8.self) }
  for index in bytes.indices {
    var changed = bytes
    changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
    all.append(String(decoding: changed, as: UTF8.self))
  }
  return all + [text + "A", text + "=", " " + text]
}
