import Foundation
import OneDoorCrypto

/// Everything a demo keeps: configuration, keys, data, and one secret from which its departments' secrets come.
struct DemoFolder: Sendable {
  /// In the current directory; git ignores it.
  static let usual = ".onedoor"

  /// As it was given.
  let path: String
  private let absolute: String

  init(_ path: String) {
    self.path = path
    absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  var configurationPath: String { absolute + "/onedoor.yaml" }
  var keysPath: String { absolute + "/keys" }
  private var dataPath: String { absolute + "/data" }
  private var secretPath: String { absolute + "/demo.secret" }

  var exists: Bool { FileManager.default.fileExists(atPath: configurationPath) }

  /// The settings of a demo's first day; the environment may change all but where it stands.
  func place(environment: [String: String]) throws -> Installation {
    guard exists else {
      throw CommandFailure(
        "\(path): no demo has run here", tip: path == Self.usual ? "onedoor demo" : "onedoor demo --data \(path)")
    }
    let configuration = try Configuration.load(path: configurationPath, environment: Self.overrides(environment))
    return Installation(configuration: configuration, path: configurationPath, demo: path)
  }

  static func overrides(_ environment: [String: String]) -> [String: String] {
    environment.filter {
      !["ONEDOOR_ISSUER", "ONEDOOR_LISTEN", "ONEDOOR_DATA", "ONEDOOR_KEYS", "ONEDOOR_STORE"].contains($0.key)
    }
  }

  func prepare(port: Int) throws {
    try DataFolder.prepare(absolute)
    let text = """
      ---
      # Written by onedoor demo at every start; what you change here is lost.
      issuer: http://localhost:\(port)
      listen: localhost:\(port)
      data: "\(dataPath)"
      keys: "\(keysPath)"
      store: sqlite
      log: {level: warning}
      ...

      """
    try Self.write(Array(text.utf8), to: configurationPath)
  }

  /// 32 random bytes, made once.
  func secret() throws -> [UInt8] {
    if let data = FileManager.default.contents(atPath: secretPath), data.count == 32 { return Array(data) }
    let secret = try SecureRandom.bytes(32)
    try Self.write(secret, to: secretPath)
    return secret
  }

  /// Removes what a demo made and nothing else, whatever folder somebody names.
  func reset() throws {
    guard exists else { return }
    try DataFolder.prepare(dataPath)
    let lock = try StoreLock(dataPath + "/lock")
    defer { withExtendedLifetime(lock) {} }
    for item in [dataPath, keysPath, secretPath, configurationPath]
    where FileManager.default.fileExists(atPath: item) {
      do { try FileManager.default.removeItem(atPath: item) } catch {
        throw CommandFailure("\(item): cannot be removed: \(error.localizedDescription)")
      }
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let temporary = path + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw CommandFailure("\(path): cannot be written: \(String(cString: strerror(errno)))")
    }
    let count = Foundation.write(descriptor, bytes, bytes.count)
    close(descriptor)
    guard count == bytes.count, rename(temporary, path) == 0 else {
      throw CommandFailure("\(path): cannot be written: \(String(cString: strerror(errno)))")
    }
  }
}
