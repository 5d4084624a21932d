/// Where a listener is bound: a numeric address and a port.
package struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
  package let address: IPAddress
  /// 0 lets the system choose, which tests use.
  package let port: UInt16

  package init(address: IPAddress, port: UInt16) {
    self.address = address
    self.port = port
  }

  /// The host for `bind`, without brackets.
  package var host: String { address.description }

  package var description: String { address.isIPv6 ? "[\(address)]:\(port)" : "\(address):\(port)" }

  /// `127.0.0.1:8080`, `[::1]:8080`; `localhost:8080` is both of these. Other names are refused: a name that resolves
  /// otherwise tomorrow would open the door somewhere else.
  package static func parse(_ text: String) throws(WrongValue) -> [ListenAddress] {
    guard let colon = text.lastIndex(of: ":"), colon > text.startIndex else {
      throw WrongValue("wants an address and a port, as 127.0.0.1:8080")
    }
    let digits = text[text.index(after: colon)...]
    guard let port = UInt16(digits), String(port) == digits else {
      throw WrongValue("has \"\(digits)\" as its port: a number up to 65535 is wanted")
    }
    var host = text[..<colon]
    if host == "localhost" {
      return ["127.0.0.1", "::1"].compactMap(IPAddress.init).map { ListenAddress(address: $0, port: port) }
    }
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
    if isBracketed { host = host.dropFirst().dropLast() }
    guard let address = IPAddress(String(host)) else {
      let hint = host == "*" ? ": all addresses are 0.0.0.0:\(port) and [::]:\(port)" : ""
      throw WrongValue("wants a numeric address or localhost before the port\(hint)")
    }
    guard address.isIPv6 == isBracketed else {
      throw WrongValue("writes an IPv6 address without brackets: [\(host)]:\(port)")
    }
    return [ListenAddress(address: address, port: port)]
  }
}
