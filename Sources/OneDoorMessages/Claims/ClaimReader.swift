package import OneDoorJOSE

/// What is wrong with a claim, by its name. A claim of the wrong type is never taken for an absent one.
package enum ClaimFault: Error, Equatable, Sendable {
  case missing(String)
  case malformed(String)

  package var claim: String {
    switch self {
    case .missing(let name), .malformed(let name): name
    }
  }
}

package struct ClaimReader: Sendable {
  private let object: JSONObject
  package init(_ object: JSONObject) { self.object = object }

  package func string(_ name: String, mayBeEmpty: Bool = false) throws(ClaimFault) -> String {
    guard let text = try optionalString(name) else { throw .missing(name) }
    guard mayBeEmpty || !text.isEmpty else { throw .malformed(name) }
    return text
  }

  package func optionalString(_ name: String) throws(ClaimFault) -> String? {
    guard let value = object[name] else { return nil }
    guard let text = value.string else { throw .malformed(name) }
    return text
  }

  package func optionalBool(_ name: String) throws(ClaimFault) -> Bool? {
    guard let value = object[name] else { return nil }
    guard let flag = value.bool else { throw .malformed(name) }
    return flag
  }

  package func optionalStrings(_ name: String) throws(ClaimFault) -> [String]? {
    guard let value = object[name] else { return nil }
    guard let items = value.array else { throw .malformed(name) }
    var texts: [String] = []
    for item in items {
      guard let text = item.string else { throw .malformed(name) }
      texts.append(text)
    }
    return texts
  }

  /// NumericDate in whole seconds between 1970 and 9999: `1e300` parses as JSON and must not reach arithmetic.
  package func time(_ name: String) throws(ClaimFault) -> Int64 {
    guard let time = try optionalTime(name) else { throw .missing(name) }
    return time
  }

  package func optionalTime(_ name: String) throws(ClaimFault) -> Int64? {
    guard let value = object[name] else { return nil }
    guard let seconds = value.integer, (0...253_402_300_799).contains(seconds) else { throw .malformed(name) }
    return seconds
  }

  package func number(_ name: String) throws(ClaimFault) -> Int64 {
    guard let value = object[name] else { throw .missing(name) }
    guard let number = value.integer, number >= 0 else { throw .malformed(name) }
    return number
  }

  /// RFC 7519 §4.1.3: a string or an array of strings; here never empty.
  package func audience() throws(ClaimFault) -> [String] {
    guard let value = object["aud"] else { throw .missing("aud") }
    if let only = value.string, !only.isEmpty { return [only] }
    guard let several = try? optionalStrings("aud"), !several.isEmpty else { throw .malformed("aud") }
    return several
  }
}
