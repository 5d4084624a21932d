import Foundation
import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

struct KeyDirectoryTests {
  @Test func `what is missing is made once, for one user alone`() throws {
    let folder = try TemporaryFolder("keys")
    let directory = KeyDirectory(folder.path("keys"))
    let created = try directory.generateMissing(now: KeyFolder.now)
    #expect(
      created.sorted() == [
        "data-1.key", "pairwise.key", "revocation-ES256-20251125T000000Z.pem", "seal.key",
        "token-ES256-20251125T000000Z.pem", "token-RS256-20251125T000000Z.pem",
      ])
    #expect(folder.names(in: "keys") == created.sorted())
    let before = try created.map { try folder.bytes("keys/\($0)") }
    #expect(try directory.generateMissing(now: KeyFolder.now + 1).isEmpty)
    #expect(try created.map { try folder.bytes("keys/\($0)") } == before)
    for name in created { #expect(try mode(folder.path("keys/\(name)")) == 0o600) }
    #expect(try mode(folder.path("keys")) == 0o700)
    let files = try directory.load()
    #expect(files.pairwise.count == 32 && files.seal.count == 32 && files.pairwise != files.seal)
    #expect(files.data.keys.sorted() == [1])
    #expect(files.token.map(\.algorithm).map(\.rawValue).sorted() == ["ES256", "RS256"])
    #expect(files.revocation.map(\.algorithm) == [.ES256])
  }

  @Test func `only what is missing is made`() throws {
    let keys = try KeyFolder()
    let pairwise = try keys.folder.bytes("pairwise.key")
    try keys.remove("seal.key")
    #expect(try keys.directory.generateMissing(now: KeyFolder.now) == ["seal.key"])
    #expect(try keys.folder.bytes("pairwise.key") == pairwise)
  }

  @Test(arguments: ["pairwise.key", "seal.key", "data-1.key"] + KeyFolder.signing)
  func `each file that is missing is named, and not made`(name: String) throws {
    let keys = try KeyFolder()
    try keys.remove(name)
    let error = #expect(throws: KeyFileError.self) { try keys.load() }
    let path = keys.folder.path(String(name.prefix { $0 != "2" }))
    #expect(error?.description.contains(path) == true)
    #expect(!keys.folder.names().contains(name))
  }

  @Test(arguments: [0o640, 0o604, 0o644, 0o660, 0o610, 0o601, 0o777])
  func `a file open to others is refused, with the line that mends it`(mode: Int) throws {
    let keys = try KeyFolder()
    for name in ["pairwise.key", KeyFolder.signing[0]] {
      try keys.chmod(name, mode)
      let error = #expect(throws: KeyFileError.self) { try keys.load() }
      #expect(error?.description.hasSuffix("chmod 600 \(keys.folder.path(name))") == true)
      try keys.chmod(name, 0o600)
    }
    #expect(throws: Never.self) { try keys.load() }
  }

  @Test(arguments: [0o755, 0o750, 0o701, 0o770])
  func `a directory open to others is refused by the server and shut by key generation`(open: Int) throws {
    let keys = try KeyFolder()
    try keys.chmod(".", open)
    let error = #expect(throws: KeyFileError.self) { try keys.load() }
    #expect(error?.description.hasSuffix("chmod 700 \(keys.folder.path)") == true)
    #expect(try keys.directory.generateMissing(now: KeyFolder.now).isEmpty)
    #expect(try mode(keys.folder.path) == 0o700)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
  func `a file of another user is refused`() throws {
    let keys = try KeyFolder()
    #expect(chown(keys.folder.path("seal.key"), 12_345, 12_345) == 0)
    let path = keys.folder.path("seal.key")
    #expect(throws: KeyFileError.foreignOwner(path: path, owner: 12_345, expected: 0)) { try keys.load() }
  }

  @Test func `a missing directory is named`() throws {
    let folder = try TemporaryFolder("keys")
    let path = folder.path("none")
    #expect(throws: KeyFileError.noDirectory(path: path)) { try KeyDirectory(path).load() }
  }

  @Test(arguments: ["pairwise.key", "seal.key", "data-1.key"] + KeyFolder.signing)
  func `an empty, cut or garbled file is refused and named`(name: String) throws {
    let keys = try KeyFolder()
    let whole = try keys.folder.read(name)
    let bad = [
      "", "\n", String(whole.prefix(20)), String(whole.dropFirst(3)), "AAAA\n", whole + whole, whole + "\n\n",
      String(repeating: "A", count: 100_000),
    ]
    // Line ends behind a PEM block mean nothing.
    for text in bad where !(name.hasSuffix(".pem") && text == whole + "\n\n") {
      try keys.folder.write(name, text)
      let error = #expect(throws: KeyFileError.self) { try keys.load() }
      #expect(error?.description.hasPrefix("\(keys.folder.path(name)): ") == true)
      #expect(error?.description.contains("\n") == false)
      #expect(throws: KeyFileError.self) { try keys.directory.generateMissing(now: KeyFolder.now) }
    }
  }

  @Test func `a key of another algorithm than the name says is refused`() throws {
    let keys = try KeyFolder()
    try keys.folder.write(KeyFolder.signing[1], keys.folder.read(KeyFolder.signing[2]))
    try keys.remove(KeyFolder.signing[2])
    let path = keys.folder.path(KeyFolder.signing[1])
    #expect(throws: KeyFileError.wrongAlgorithm(path: path, holds: .RS256, named: .ES256)) {
      try keys.load()
    }
  }

  @Test func `one key in two files is refused`() throws {
    let pairs = [
      ("pairwise.key", "seal.key"), ("pairwise.key", "data-1.key"), ("data-1.key", "data-2.key"),
      (KeyFolder.signing[0], KeyFolder.signing[1]), (KeyFolder.signing[1], "token-ES256-20260101T000000Z.pem"),
    ]
    for (name, copy) in pairs {
      let keys = try KeyFolder()
      try keys.folder.write(copy, keys.folder.read(name))
      let error = #expect(throws: KeyFileError.self) { try keys.load() }
      #expect(error?.description.contains(": the same key as ") == true, "\(name)")
    }
  }

  @Test(arguments: [
    "data-0.key", "data-01.key", "data-256.key", "data-.key", "data-1.pem", "token-ES384-20251125T000000Z.pem",
    "token-ES256-20251125.pem", "token-ES256-20251131T000000Z.pem", "revocation-RS256-20251125T000000Z.pem",
    "token-ES256.pem", "pairwise.key.bak", "seal", "token-ES256-20251125T000000Z.pub",
  ])
  func `a name that is nearly one of ours is refused`(name: String) throws {
    let keys = try KeyFolder()
    try keys.folder.write(name, "AAAA")
    #expect(throws: KeyFileError.badName(path: keys.folder.path(name))) { try keys.load() }
  }

  @Test func `other people's files are left alone`() throws {
    let keys = try KeyFolder()
    for name in ["README.md", "tls.pem", ".pairwise.key.tmp", "unrelated.key"] {
      try keys.folder.write(name, "", mode: 0o644)
    }
    #expect(throws: Never.self) { try keys.load() }
  }

  @Test func `what is no regular file is refused without waiting for it`() throws {
    let keys = try KeyFolder()
    try keys.remove("seal.key")
    #expect(mkfifo(keys.folder.path("seal.key"), 0o600) == 0)
    #expect(throws: KeyFileError.notAFile(path: keys.folder.path("seal.key"))) { try keys.load() }
  }

  @Test func `keys do not print`() throws {
    let files = try KeyFolder().load()
    var dumped = ""
    dump(files, to: &dumped)
    #expect("\(files)" == "KeyFiles(redacted)")
    #expect(!dumped.contains("pairwise"))
  }

  private func mode(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }
}
