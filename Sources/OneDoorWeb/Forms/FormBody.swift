import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTP1
import OneDoorMessages

/// The body of a request, read with a bound.
struct FormBody: Sendable {
  let request: Request
  let limit: Int

  /// The parameters of a form; none where there is no body.
  func parameters() async throws -> Parameters {
    let bytes = try await bytes()
    guard !bytes.isEmpty else { return Parameters([]) }
    guard isForm else { throw EdgeFault.wrongContentType }
    do { return try FormURLEncoding.parse(bytes) } catch { throw EdgeFault.malformed(error) }
  }

  var isForm: Bool {
    let types = request.headers[values: .contentType]
    guard types.count == 1, let type = types.first else { return false }
    let bytes = type.utf8.prefix { $0 != UInt8(ascii: ";") }.map(asciiLowercased)
    let name = bytes.reversed().drop { $0 == 0x20 || $0 == 0x09 }.reversed()
    return name.elementsEqual("application/x-www-form-urlencoded".utf8)
  }

  /// The whole body. Whether all of it came is checked here: where a connection ends early, the server library makes
  /// it look like the end of the body.
  func bytes() async throws -> [UInt8] {
    let expectations = request.headers[values: .expect]
    guard expectations.allSatisfy({ $0.utf8.map(asciiLowercased).elementsEqual("100-continue".utf8) }) else {
      throw EdgeFault.unknownExpectation
    }
    guard request.headers[.contentEncoding] == nil else { throw EdgeFault.encodedBody }
    let announced = request.headers[.contentLength].flatMap { Int($0) }
    if let announced, announced > limit { throw EdgeFault.tooLarge }
    if announced == 0 { return [] }
    let buffer: ByteBuffer
    do {
      buffer = try await request.body.collect(upTo: limit)
    } catch is NIOTooManyBytesError {
      throw EdgeFault.tooLarge
    } catch RequestFault.framingTooLarge {
      throw EdgeFault.tooLarge
    } catch RequestFault.bodyTooSlow {
      throw EdgeFault.tooSlow
    } catch RequestFault.truncated {
      throw EdgeFault.truncated
    } catch is HTTPParserError {
      throw EdgeFault.truncated
    } catch {
      throw ConnectionLost()
    }
    if let announced, announced != buffer.readableBytes { throw EdgeFault.truncated }
    return Array(buffer.readableBytesView)
  }
}

/// The other side is gone: there is nobody to answer.
struct ConnectionLost: Error {}
