import Foundation
import Hummingbird
import OneDoorClient
import OneDoorHummingbird
import Testing

/// The lines that the README and the documentation show: they compile, and there are no more than ten.
@Suite struct JoinInTenLinesTests {
  // swift-format-ignore
  static func application(_ secret: String, _ cookieSecret: String) throws -> some ApplicationProtocol {
    // begin
    let oneDoor = try OneDoor(OneDoorConfiguration(
      issuer: "http://localhost:8080", clientID: "housing", credentials: .secret(secret),
      redirectURI: "http://localhost:8081/signin/callback", cookieSecrets: [cookieSecret]))
    let router = Router(context: BasicOneDoorRequestContext.self)
    router.addSignIn(oneDoor)
    router.group("my").add(middleware: OneDoorMiddleware(oneDoor)).get("file") { _, context in
      "Welcome, \(try context.requireIdentity().name ?? "citizen")"
    }
    return Application(router: router, configuration: .init(address: .hostname("localhost", port: 8081)), services: [oneDoor])
    // end
  }

  @Test func `a department joins in ten lines`() throws {
    #expect(throws: Never.self) {
      try Self.application("secret", "a cookie secret of at least 32 bytes")
    }
    let source = try String(contentsOfSource: #filePath)
    let lines = source.split(separator: "\n").map { $0.drop { $0 == " " } }
    let begin = try #require(lines.firstIndex(of: "// begin"))
    let end = try #require(lines.firstIndex(of: "// end"))
    #expect(end - begin - 1 <= 10)
  }
}

extension String {
  fileprivate init(contentsOfSource path: String) throws {
    self = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}
