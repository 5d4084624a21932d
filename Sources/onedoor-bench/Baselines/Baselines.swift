import Foundation

/// The parts of every limit, ready to be measured again and again in turn with the operations.
final class Baselines {
  let cores: Cores
  private let empty: ServerChild
  private let load: Load
  private let signature: RawSignature
  private let argon2id: RawArgon2id
  private let sqlite: RawSQLite
  private let sync: RawSync
  private let visitors: [Part: [any Visitor]]
  /// Everything that was measured, for the report.
  private(set) var measured: [Part: [Double]] = [:]

  init(in folder: TemporaryFolder, cores: Cores) throws {
    self.cores = cores
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let port = try FreePort.next()
    let server = try ServerChild(
      own, ["empty-server", "--port", "\(port)"], port: port, log: folder.file("empty.log"), cores: cores)
    empty = server
    load = Load(server: server, cores: cores)
    let host = "localhost:\(port)"
    visitors = Baselines.visitors(host)
    do {
      try server.awaitAnswer(at: EmptyServer.path, host: host)
      signature = try RawSignature()
      argon2id = try RawArgon2id()
      sqlite = try RawSQLite(path: folder.file("raw.sqlite").path)
      sync = try RawSync(path: folder.file("raw.bytes").path)
    } catch {
      server.stop()
      throw error
    }
  }

  func stop() { empty.stop() }

  private static func visitors(_ host: String) -> [Part: [any Visitor]] {
    let get = RequestText.get(EmptyServer.path, host: host)
    let post = RequestText.post(
      EmptyServer.path, host: host, form: [("grant_type", "refresh_token"), ("refresh_token", "a form of usual size")],
      authorization: RequestText.basic("bench", "not-a-secret-but-as-long-as-one-has-to-be"))
    return [.emptyGet: get, .emptyPost: post].mapValues { request in
      (0..<Load.connections).map { _ in SteadyVisitor(request, answeredWith: "xxx") }
    }
  }

  /// Microseconds of CPU for one.
  func measure(_ part: Part, seconds: Double) throws -> Double {
    let value =
      switch part {
      case .emptyGet, .emptyPost: try load.run(visitors[part] ?? [], seconds: seconds).microseconds
      case .signature: try raw(seconds, batch: 32, signature.sign)
      case .verification: try raw(seconds, batch: 16, signature.verify)
      case .argon2id: try raw(seconds, batch: 1, argon2id.hash)
      case .commit: try raw(seconds, batch: 1, sqlite.commitGroup) / Double(RawSQLite.group)
      }
    measured[part, default: []].append(value)
    return value
  }

  func measureSync(seconds: Double) throws -> (milliseconds: Double, microseconds: Double) {
    try sync.measure(seconds: seconds)
  }

  private func raw(_ seconds: Double, batch: Int, _ body: () throws -> Void) throws -> Double {
    try cores.onServerCore { try Repetition.microseconds(seconds: seconds, batch: batch, body) }
  }
}
