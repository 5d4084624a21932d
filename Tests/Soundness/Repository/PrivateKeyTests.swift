import Testing

/// A private key in the repository is a private key of everybody.
@Suite struct PrivateKeyTests {
  /// Test vectors that specifications publish with their private parts are tests' own business; a key file is not.
  static func isExposed(_ path: String, _ content: [UInt8]) -> Bool {
    if path.hasPrefix("keys/"), path != "keys/README.md" { return true }
    if [".pem", ".key", ".p12", ".pfx", ".jks"].contains(where: path.hasSuffix) { return true }
    if path.hasPrefix("Tests/") { return false }
    // A key has lines under its heading; a source that only knows the heading has not.
    let text = String(decoding: content, as: UTF8.self)
    return text.contains(/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----\s+[A-Za-z0-9+\/=]{16}/)
  }

  @Test func `no private key is in the repository`() async throws {
    let exposed = try await SourceTree.tracked().filter { path in
      Self.isExposed(path, path.hasPrefix("Tests/") ? [] : SourceTree.read(path) ?? [])
    }
    #expect(exposed == [])
  }

  @Test func `a key is found by place, by name and by content`() {
    let armour = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIDYsTmFtZQABCDEF\n"
    #expect(Self.isExposed("config/example.yaml", Array(armour.utf8)))
    #expect(Self.isExposed("keys/seal.key", []))
    #expect(Self.isExposed("Tests/CryptoTests/server.pem", []))
    #expect(!Self.isExposed("Sources/OneDoorCrypto/A.swift", Array("\"-----BEGIN PRIVATE KEY-----\"".utf8)))
    #expect(!Self.isExposed("keys/README.md", Array("# keys/".utf8)))
  }
}
