import ArgumentParser
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// Hummingbird with nothing behind it: what HTTP costs before anything is done. Run as a child of the measurement.
struct EmptyServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "empty-server", abstract: "Answer 300 bytes on /empty.", shouldDisplay: false)
  static let path = "/empty"

  @Option var port: Int

  func run() async throws {
    let answer = ByteBuffer(repeating: UInt8(ascii: "x"), count: 300)
    let router = Router()
    router.get("empty") { _, _ in answer }
    router.post("empty") { request, _ in
      _ = try await request.body.collect(upTo: 65_536)
      return answer
    }
    var logger = Logger(label: "empty-server")
    logger.logLevel = .error
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
      eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup(numberOfThreads: 1)), logger: logger)
    try await application.runService()
  }
}
