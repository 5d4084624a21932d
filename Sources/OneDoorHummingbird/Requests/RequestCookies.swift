import HTTPTypes

/// The cookies of one request (RFC 6265 §4.2).
struct RequestCookies: Sendable {
  private let pairs: [(name: Substring, value: Substring)]

  /// More than a browser keeps for one host; past it nobody honest is speaking.
  private static let maximumCount = 200

  init(_ headers: HTTPFields) {
    pairs = headers[values: .cookie].flatMap { $0.split(separator: ";") }.prefix(RequestCookies.maximumCount)
      .compactMap { pair in
        guard let equals = pair.firstIndex(of: "=") else { return nil }
        return (pair[..<equals].drop { $0 == " " }, pair[pair.index(after: equals)...])
      }
  }

  /// A name that comes twice is none: somebody has planted the second, and which one that is cannot be seen.
  subscript(name: String) -> String? {
    let found = pairs.filter { $0.name.utf8.elementsEqual(name.utf8) }
    return found.count == 1 ? String(found[0].value) : nil
  }

  func contains(_ name: String) -> Bool { pairs.contains { $0.name.utf8.elementsEqual(name.utf8) } }

  func names(beginningWith prefix: String) -> [String] {
    pairs.filter { $0.name.utf8.starts(with: prefix.utf8) }.map { String($0.name) }
  }
}
