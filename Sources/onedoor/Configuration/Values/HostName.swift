import Foundation

/// A host as it stands in a URL: a DNS name in small letters, an IPv4 address, or an IPv6 address in brackets.
package struct HostName: Sendable, Hashable {
  package let text: String

  /// Only these reach the own machine whatever DNS says: `localhost` (RFC 6761 §6.3), all of 127.0.0.0/8 (RFC 1122
  /// §3.2.1.3), and `[::1]`. Two addresses of the block are two sites to a browser, on one machine.
  package var isLoopback: Bool {
    if text == "localhost" || text == "[::1]" { return true }
    return IPAddress(text).map { !$0.isIPv6 && $0.isLoopback } ?? false
  }

  /// `host` or `host:port`. User information, an empty host, odd spellings of numbers and ports are refused.
  package static func withPort(_ authority: Substring) throws(WrongValue) -> (HostName, UInt16?) {
    guard !authority.contains("@") else { throw WrongValue("has a user name before the host") }
    var host = authority
    var port: UInt16?
    let afterHost = authority.hasPrefix("[") ? authority.firstIndex(of: "]") : nil
    if let colon = authority.lastIndex(of: ":"), afterHost.map({ colon > $0 }) ?? true {
      port = try HostName.port(authority[authority.index(after: colon)...])
      host = authority[..<colon]
    }
    return (try HostName(String(host)), port)
  }

  package init(_ text: String) throws(WrongValue) {
    guard !text.isEmpty else { throw WrongValue("has no host") }
    if text.hasPrefix("[") {
      guard text.hasSuffix("]"), IPAddress(String(text.dropFirst().dropLast()))?.isIPv6 == true else {
        throw WrongValue("has \(text) as its host, which is no IPv6 address")
      }
      self.text = text
      return
    }
    guard text.utf8.count <= 253 else { throw WrongValue("has a host longer than 253 bytes") }
    guard !text.utf8.contains(where: { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else {
      throw WrongValue("has capital letters in the host: write it in small letters")
    }
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.allSatisfy(HostName.isLabel) else {
      throw WrongValue(
        text.contains("*") ? "has a wildcard in the host" : "has \(text) as its host, which is no host name")
    }
    // A last label that is a number makes browsers read the whole host as an IPv4 address, `127.1` and `0x7f.1` too.
    if let last = labels.last, HostName.isNumber(last), IPAddress(text) == nil {
      throw WrongValue("has \(text) as its host, which is no IPv4 address")
    }
    self.text = text
  }

  package static func port(_ text: Substring) throws(WrongValue) -> UInt16 {
    guard let port = UInt16(text), String(port) == text, port > 0 else {
      throw WrongValue("has \"\(text)\" as its port: a number from 1 to 65535 is wanted")
    }
    return port
  }

  private static func isLabel(_ label: Substring) -> Bool {
    guard (1...63).contains(label.utf8.count), label.first != "-", label.last != "-" else { return false }
    return label.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
      default: false
      }
    }
  }

  private static func isNumber(_ label: Substring) -> Bool {
    if label.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return true }
    return label.hasPrefix("0x")
      && label.dropFirst(2).utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
}
