import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import OneDoorEndpoints
import OneDoorJOSE

/// The admin API, wherever it is: in the running server, or in this process while no server runs.
struct AdminConnection: Sendable {
  private enum Way: Sendable {
    case socket(String)
    case store(OpenedStore)
  }

  private let way: Way

  /// `mayOpenStore`: `apply`, `person`, `department` and `key` work without a server, under the store's lock.
  static func open(_ place: Installation, mayOpenStore: Bool) async throws -> AdminConnection {
    let configuration = place.configuration
    if AdminSocket.isAnswered(configuration.socketPath) {
      return AdminConnection(way: .socket(configuration.socketPath))
    }
    guard mayOpenStore else {
      throw CommandFailure(
        "no server runs for \(place.path): nobody answers at \(configuration.socketPath)",
        tip: place.demo.map { $0 == DemoFolder.usual ? "onedoor demo" : "onedoor demo --data \($0)" }
          ?? "onedoor serve --config \(place.path)")
    }
    return AdminConnection(way: .store(try await OpenedStore.open(configuration)))
  }

  /// Opens, calls, and lets go of the store again.
  static func with<Value>(
    _ place: Installation, mayOpenStore: Bool, _ body: (AdminConnection) async throws -> Value
  ) async throws -> Value {
    let connection = try await open(place, mayOpenStore: mayOpenStore)
    do {
      let value = try await body(connection)
      await connection.close()
      return value
    } catch {
      await connection.close()
      throw error
    }
  }

  var isServer: Bool { if case .socket = way { true } else { false } }

  func call(_ verb: String, _ arguments: JSONObject = [:]) async throws -> JSONObject {
    let (status, json) =
      switch way {
      case .socket(let path): try await Self.post(path, verb, arguments)
      case .store(let store): await store.answer(verb, arguments)
      }
    guard status == 200, let object = json.object else { throw CommandFailure(status: status, json: json) }
    return object
  }

  private func close() async {
    if case .store(let store) = way { await store.close() }
  }

  private static func post(_ socket: String, _ verb: String, _ arguments: JSONObject) async throws -> (Int, JSON) {
    guard let url = URL(httpURLWithSocketPath: socket, uri: Administration.prefix + verb) else {
      throw CommandFailure("\(socket) is no path of a socket")
    }
    var request = HTTPClientRequest(url: url.absoluteString)
    request.method = .POST
    request.headers.add(name: "Host", value: "localhost")
    request.headers.add(name: "Content-Type", value: "application/json")
    request.body = .bytes(ByteBuffer(bytes: JSON.object(arguments).serialized()))
    do {
      let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
      let body = try await response.body.collect(upTo: 64 * 1024 * 1024)
      let json = try JSON.parse(
        Array(body.readableBytesView), limits: JSONLimits(maximumBytes: 1 << 26, maximumDepth: 16))
      return (Int(response.status.code), json)
    } catch {
      throw CommandFailure("the server at \(socket) did not answer: \(error)")
    }
  }
}
