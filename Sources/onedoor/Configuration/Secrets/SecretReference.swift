/// Where a secret comes from: `env:NAME`, `file:PATH`, or the text itself.
package enum SecretReference: Sendable, Equatable {
  case environment(String)
  case file(String)
  case literal(Secret)

  package init(_ text: String) throws(WrongValue) {
    if text.hasPrefix("env:") {
      let name = String(text.dropFirst(4))
      guard SecretReference.isVariableName(name) else { throw WrongValue("names no environment variable after env:") }
      self = .environment(name)
    } else if text.hasPrefix("file:") {
      let path = String(text.dropFirst(5))
      guard !path.isEmpty, !path.hasPrefix("~") else { throw WrongValue("names no file after file:") }
      self = .file(path)
    } else {
      self = .literal(Secret(text))
    }
  }

  /// Fetches the secret. One line end at the end of a file is not part of it: editors and `echo` write it.
  package func resolve(environment: [String: String]) throws(WrongValue) -> Secret {
    switch self {
    case .literal(let secret): return secret
    case .environment(let name):
      guard let value = environment[name] else { throw WrongValue("wants the environment variable \(name), not set") }
      guard !value.isEmpty else { throw WrongValue("wants the environment variable \(name), which is empty") }
      return Secret(value)
    case .file(let path):
      var bytes: [UInt8]
      do throws(UnreadableFile) {
        bytes = try UnreadableFile.read(path, limit: 4096)
      } catch {
        throw WrongValue("names the file \(path), which \(error.reason)")
      }
      if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
      guard !bytes.isEmpty else { throw WrongValue("names the file \(path), which is empty") }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw WrongValue("names the file \(path), which is not UTF-8")
      }
      return Secret(text)
    }
  }

  private static func isVariableName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
    return name.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }
}

/// What a department's secret must be where a person chose it.
package enum DepartmentSecret {
  package static let minimum = 32

  /// RFC 6749 §2.3.1 and Appendix A.2: `client_secret` is visible ASCII; 32 characters keep guessing hopeless, since the
  /// store keeps a plain SHA-256 of it.
  package static func check(_ secret: Secret) throws(WrongValue) -> Secret {
    let bytes = secret.revealed.utf8
    guard bytes.count >= minimum else { throw WrongValue("is a secret shorter than \(minimum) characters") }
    guard bytes.count <= 512 else { throw WrongValue("is a secret longer than 512 characters") }
    guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      throw WrongValue("is a secret with characters other than visible ASCII (RFC 6749 Appendix A.2)")
    }
    guard Set(bytes).count >= 8 else { throw WrongValue("is a secret of fewer than 8 different characters") }
    return secret
  }
}
