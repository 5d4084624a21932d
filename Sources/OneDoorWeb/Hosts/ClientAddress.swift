import HTTPTypes
import Synchronization

/// Where a request came from, for the log and for nothing else.
final class ClientAddress: Sendable {
  private let current: Mutex<[AddressRange]>

  init(trustedProxies: [AddressRange]) { current = Mutex(trustedProxies) }

  func trust(_ proxies: [AddressRange]) { current.withLock { $0 = proxies } }

  /// The peer; where the peer is a proxy of ours, the last address in X-Forwarded-For that is none. What stands further
  /// left was written by whoever sent the request, and other forwarding fields are never read.
  func address(peer: String?, fields: HTTPFields) -> String {
    guard let peer else { return "local" }
    let proxies = current.withLock { $0 }
    guard proxies.contains(where: { $0.contains(peer) }) else { return peer }
    let forwarded = fields[values: .xForwardedFor].joined(separator: ",").utf8.suffix(1024)
    var nearest = peer
    for part in forwarded.split(separator: UInt8(ascii: ",")).reversed() {
      let text = String(decoding: part.filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self)
      guard AddressRange(text) != nil, !text.utf8.contains(UInt8(ascii: "/")) else { return nearest }
      nearest = text
      guard proxies.contains(where: { $0.contains(text) }) else { return nearest }
    }
    return nearest
  }
}
