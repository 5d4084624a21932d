/// A CIDR block, for the proxies whose `X-Forwarded-For` is believed.
package struct AddressBlock: Sendable, Hashable, CustomStringConvertible {
  package let base: IPAddress
  package let prefix: Int

  package init(_ text: String) throws(WrongValue) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      let hint = IPAddress(text).map { ": one address is written \(text)/\($0.bytes.count * 8)" } ?? ""
      throw WrongValue("is no network, as 10.0.0.0/8\(hint)")
    }
    guard let base = IPAddress(String(parts[0])) else { throw WrongValue("has no IP address before the /") }
    let bits = base.bytes.count * 8
    guard let prefix = Int(parts[1]), String(prefix) == parts[1], (0...bits).contains(prefix) else {
      throw WrongValue("wants a number up to \(bits) after the /")
    }
    // A wider block is a slip of the pen, and would believe whatever strangers say about their own address.
    let least = base.isIPv6 ? 16 : 8
    guard prefix >= least else { throw WrongValue("is too wide: /\(least) at most") }
    guard base.bytes == AddressBlock.masked(base.bytes, prefix) else {
      let start = IPAddress(bytes: AddressBlock.masked(base.bytes, prefix)).map { "\($0)/\(prefix)" } ?? ""
      throw WrongValue("has bits set beyond /\(prefix): did you mean \(start)?")
    }
    self.base = base
    self.prefix = prefix
  }

  package func contains(_ address: IPAddress) -> Bool {
    let address = base.isIPv6 ? address : address.unmapped
    return address.bytes.count == base.bytes.count && AddressBlock.masked(address.bytes, prefix) == base.bytes
  }

  package var description: String { "\(base)/\(prefix)" }

  private static func masked(_ bytes: [UInt8], _ prefix: Int) -> [UInt8] {
    bytes.enumerated().map { index, byte in
      let kept = min(max(prefix - index * 8, 0), 8)
      return kept == 0 ? 0 : byte & (0xFF << UInt8(8 - kept))
    }
  }
}
