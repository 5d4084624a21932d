import Foundation
import OneDoorCrypto
import TestSupport

/// A complete key directory of a test's own, copied from one that is made once: an RSA key takes half a second.
struct KeyFolder {
  static let now: Int64 = 1_764_028_800
  static let signing = [
    "revocation-ES256-20251125T000000Z.pem", "token-ES256-20251125T000000Z.pem", "token-RS256-20251125T000000Z.pem",
  ]

  let folder: TemporaryFolder
  var directory: KeyDirectory { KeyDirectory(folder.path) }

  init() throws {
    folder = try TemporaryFolder("keys")
    for (name, text) in try Self.template.get() { try folder.write(name, text) }
  }

  /// The folder goes with its last reference, which the optimiser may see before the files are read.
  func load() throws -> KeyFiles { try withExtendedLifetime(folder) { try directory.load() } }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: folder.path(name)) }

  func chmod(_ name: String, _ mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.path(name))
  }

  private static let template = Result {
    let folder = try TemporaryFolder("keys")
    let names = try KeyDirectory(folder.path).generateMissing(now: now)
    return try names.map { ($0, try folder.read($0)) }
  }
}
