import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import OneDoorMessages

/// The test provider's HTTP, on a loopback port that the system chooses.
struct FakeProvider {
  static func routes(_ state: ProviderState) -> Router<BasicRequestContext> {
    let router = Router()
    router.get("/.well-known/openid-configuration") { _, _ in json(200, FakeMetadata.document(state.issuer)) }
    router.get("/jwks") { _, _ in json(200, state.keySet()) }
    router.post("/token") { request, _ in
      let body = try await request.body.collect(upTo: 65_536)
      let form = try FormURLEncoding.parse(Array(body.readableBytesView))
      let isAuthentic = request.headers[.authorization] == "Basic aG91c2luZzpzZWNyZXQ="
      guard isAuthentic else {
        return json(401, ErrorResponse(code: .invalidClient, description: "no").serialized())
      }
      let (status, answer) = try state.tokens(form)
      return json(status, answer)
    }
    router.post("/revoke") { request, _ in
      let body = try await request.body.collect(upTo: 65_536)
      let token = try FormURLEncoding.parse(Array(body.readableBytesView))["token"] ?? ""
      if let sid = token.split(separator: ".").first { try state.end(.sid(String(sid))) }
      return Response(status: .ok)
    }
    router.get("/revocation/snapshot") { _, _ in
      Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: try state.snapshot())))
    }
    router.get("/revocation/stream") { request, _ in
      guard request.headers[.authorization]?.hasPrefix("Bearer ") == true else {
        return Response(status: .unauthorized)
      }
      let frames = try state.stream()
      return Response(
        status: .ok, headers: [.contentType: "text/event-stream"],
        body: ResponseBody { writer in
          for await frame in frames { try await writer.write(ByteBuffer(bytes: frame)) }
          try await writer.finish(nil)
        })
    }
    return router
  }

  private static func json(_ status: Int, _ body: [UInt8]) -> Response {
    Response(
      status: .init(code: status), headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }
}
