import Foundation

/// A whole answer, with where it came from.
package struct HTTPTestResponse: Sendable {
  package let url: String
  package let status: Int
  package let headers: [(name: String, value: String)]
  package let bytes: [UInt8]

  package var text: String { String(decoding: bytes, as: UTF8.self) }
  package var page: HTMLPage { HTMLPage(text) }

  /// The values of every header field of this name, in order.
  package func all(_ name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
  }

  /// The only value of a header field: nil where there is none, all of them joined where there are more.
  package func header(_ name: String) -> String? {
    let values = all(name)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// Where it redirects to, made absolute.
  package var location: String? { header("location").map { resolve($0, against: url) } }

  /// The decoded parameters of the redirect's query.
  package var locationQuery: [String: String] { location.map { queryParameters($0) } ?? [:] }
}

package func resolve(_ reference: String, against base: String) -> String {
  URL(string: reference, relativeTo: URL(string: base))?.absoluteString ?? reference
}

/// The decoded query of a URL; of a name given twice, the last.
package func queryParameters(_ url: String) -> [String: String] {
  let items = URLComponents(string: url)?.percentEncodedQueryItems ?? []
  return items.reduce(into: [:]) { $0[unescape($1.name)] = unescape($1.value ?? "") }
}

private func unescape(_ text: String) -> String {
  let spaced = text.replacingOccurrences(of: "+", with: " ")
  return spaced.removingPercentEncoding ?? spaced
}

/// `application/x-www-form-urlencoded`, as browsers write it.
package func formEncoded(_ fields: [(String, String)]) -> String {
  fields.map { "\(formEscaped($0.0))=\(formEscaped($0.1))" }.joined(separator: "&")
}

package func formEscaped(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var escaped: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "*"):
      escaped.append(byte)
    case UInt8(ascii: " "): escaped.append(UInt8(ascii: "+"))
    default: escaped += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: escaped, as: UTF8.self)
}
