import OneDoorCrypto
import TestSupport
import Testing

struct KeyRotationTests {
  private let first = KeyFolder.now
  private let second = KeyFolder.now + 90 * 86_400
  private let third = KeyFolder.now + 180 * 86_400

  @Test func `the newest activated key signs, and all verify`() throws {
    let keys = try KeyFolder()
    #expect(try keys.directory.rotate(.token, .ES256, activates: third) == "token-ES256-20260524T000000Z.pem")
    #expect(try keys.directory.rotate(.token, .ES256, activates: second) == "token-ES256-20260223T000000Z.pem")
    let files = try keys.load()
    let moments: [(Int64, Int64?)] = [
      (first - 1, nil), (first, first), (second - 1, first), (second, second), (third - 1, second), (third, third),
      (.max, third),
    ]
    for (now, activation) in moments {
      #expect(files.signing(.token, .ES256, at: now)?.activation.seconds == activation)
    }
    #expect(files.signing(.token, .RS256, at: third)?.activation.seconds == first)
    #expect(files.signing(.revocation, .ES256, at: third)?.activation.seconds == first)
    #expect(files.verifying(.token).count == 4)
    #expect(files.verifying(.revocation).count == 1)
  }

  @Test func `a key is never overwritten`() throws {
    let keys = try KeyFolder()
    let name = KeyFolder.signing[1]
    let before = try keys.folder.bytes(name)
    #expect(throws: KeyFileError.exists(path: keys.folder.path(name))) {
      try keys.directory.rotate(.token, .ES256, activates: first)
    }
    #expect(try keys.folder.bytes(name) == before)
    #expect(keys.folder.names().count == 6)
  }

  @Test func `a purpose has its own algorithms, and a name its years`() throws {
    let keys = try KeyFolder()
    #expect(throws: KeyFileError.self) { try keys.directory.rotate(.revocation, .RS256, activates: second) }
    for seconds in [-1, Int64.max] {
      #expect(throws: KeyFileError.self) { try keys.directory.rotate(.token, .ES256, activates: seconds) }
    }
    #expect(keys.folder.names().count == 6)
  }

  @Test func `a succeeded key keeps its public part, and then goes`() throws {
    let keys = try KeyFolder()
    let old = try keys.load().token.first { $0.algorithm == .ES256 }
    #expect(try keys.directory.retire(before: .max).isEmpty)
    let new = try keys.directory.rotate(.token, .ES256, activates: second)
    #expect(try keys.directory.retire(before: second).isEmpty)
    #expect(try keys.directory.retire(before: second + 1) == [KeyFolder.signing[1]])
    let files = try keys.load()
    #expect(files.retired.map(\.key) == [old?.key.publicKey])
    #expect(files.verifying(.token).count == 3)
    #expect(files.signing(.token, .ES256, at: first) == nil)
    #expect(try keys.directory.forget(before: second).isEmpty)
    #expect(try keys.directory.forget(before: second + 1) == ["token-ES256-20251125T000000Z.pub.pem"])
    #expect(keys.folder.names().contains(new))
    #expect(try keys.load().retired.isEmpty)
  }

  @Test func `a retirement that a crash cut in two is taken up again`() throws {
    let keys = try KeyFolder()
    let name = KeyFolder.signing[1]
    let old = try #require(try keys.load().token.first { $0.algorithm == .ES256 })
    let publicName = String(name.dropLast(4)) + ".pub.pem"
    try keys.folder.write(publicName, String(decoding: old.key.publicKey.pem(), as: UTF8.self))
    #expect(try keys.load().retired.isEmpty)
    _ = try keys.directory.rotate(.token, .ES256, activates: second)
    #expect(try keys.directory.retire(before: .max) == [name])
    #expect(try keys.load().retired.map(\.key) == [old.key.publicKey])
  }

  @Test func `a public part that is another key's is refused`() throws {
    let keys = try KeyFolder()
    let publicName = String(KeyFolder.signing[1].dropLast(4)) + ".pub.pem"
    try keys.folder.write(publicName, String(decoding: PrivateKey.generate(.ES256).publicKey.pem(), as: UTF8.self))
    #expect(throws: KeyFileError.self) { try keys.load() }
  }

  @Test func `a new data key has the next number, and no draft stays`() throws {
    let keys = try KeyFolder()
    #expect(try keys.directory.addDataKey() == "data-2.key")
    #expect(try keys.load().data.keys.sorted() == [1, 2])
    #expect(!keys.folder.names().contains { $0.hasPrefix(".") })
  }

  @Test func `there are 255 data keys at most`() throws {
    let keys = try KeyFolder()
    try keys.folder.write("data-255.key", keys.folder.read("data-1.key"))
    try keys.remove("data-1.key")
    #expect(throws: KeyFileError.full(path: keys.folder.path)) { try keys.directory.addDataKey() }
  }

  @Test func `of parallel makers of one name one wins, and its file is whole`() async throws {
    let keys = try KeyFolder()
    let directory = keys.directory
    let moment = second
    let wins = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { (try? directory.rotate(.token, .ES256, activates: moment)) != nil }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(wins == 1)
    #expect(!keys.folder.names().contains { $0.hasPrefix(".") })
    #expect(throws: Never.self) { try directory.load() }
  }
}
