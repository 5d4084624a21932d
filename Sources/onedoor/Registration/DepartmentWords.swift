import OneDoorJOSE
package import OneDoorRules

/// The single words of a department's registration.
package enum DepartmentWords {
  /// `client_id`. 43 characters of base64url are what a pairwise `sub` looks like: a department of that name could pass
  /// for a person where a token's `sub` is the client (RFC 9068 §5).
  package static func id(_ text: String) throws(WrongValue) -> DepartmentID {
    guard let id = DepartmentID(text) else {
      throw WrongValue("\"\(TerminalText.harmless(text))\" is not 1 to 64 letters, digits, dots, dashes, underscores")
    }
    guard !(text.utf8.count == 43 && !text.contains(".")) else {
      throw WrongValue("\(text) is 43 characters long and could be taken for a person's sub: choose another length")
    }
    guard text.contains(where: { $0 != "." }) else { throw WrongValue("\(text) is only dots") }
    return id
  }

  static func name(
    _ node: DocumentNode, subject: String, problems: inout [ConfigurationProblem]
  ) -> LocalizedName? {
    guard case .mapping(let entries) = node.content else {
      problems.append(ConfigurationProblem(node.place, "\(subject): name wants a name in each language, as {en: …}"))
      return nil
    }
    var names: [String: String] = [:]
    for entry in entries {
      do throws(WrongValue) {
        guard isLanguage(entry.name) else { throw WrongValue("is no language, as en or zh-Hans") }
        guard names[entry.name] == nil else { throw WrongValue("is given twice") }
        guard let text = entry.value.text else { throw WrongValue("wants a name") }
        names[entry.name] = try PlainText.line(text, limit: 100)
      } catch {
        let language = TerminalText.harmless(entry.name)
        problems.append(ConfigurationProblem(entry.place, "\(subject): name: \(language) \(error.message)"))
      }
    }
    guard let english = names.removeValue(forKey: "en") else {
      if !entries.contains(where: { $0.name == "en" }) {
        problems.append(ConfigurationProblem(node.place, "\(subject): name needs en, which all others fall back to"))
      }
      return nil
    }
    return LocalizedName(english: english, others: names)
  }

  static func consent(_ text: String) throws(WrongValue) -> DepartmentRegistration.Consent {
    guard text != "ask" else { throw WrongValue("ask is not possible yet: write trusted") }
    return try Choice.read(text, as: DepartmentRegistration.Consent.self)
  }

  /// The `aud` of access tokens: a URI, or a word like a `client_id`.
  package static func audience(_ text: String) throws(WrongValue) -> String {
    guard (1...255).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw WrongValue("is not 1 to 255 visible ASCII characters")
    }
    // RFC 7519 §4.1.3: a StringOrURI; whatever has a colon must be a URI.
    if text.contains(":") {
      guard !(try WebAddress(text)).hasFragment else { throw WrongValue("has a fragment (RFC 8707 §2)") }
    }
    return text
  }

  /// `en`, `zh-Hans`, `pt-BR`, `zh-Hant-TW` (RFC 5646, the parts that names differ by).
  private static func isLanguage(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.utf8.count), language.utf8.allSatisfy(isSmall),
      parts.count <= 3
    else { return false }
    var rest = parts.dropFirst()
    if let script = rest.first, script.utf8.count == 4 {
      guard script.utf8.first.map(isCapital) == true, script.utf8.dropFirst().allSatisfy(isSmall) else { return false }
      rest = rest.dropFirst()
    }
    guard let region = rest.first else { return true }
    return rest.count == 1 && region.utf8.count == 2 && region.utf8.allSatisfy(isCapital)
  }

  private static func isSmall(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
  private static func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
}
