import OneDoorMessages

/// OpenID Connect Core §3.1.2.1: known values, and `none` alone.
enum PromptCheck {
  static func check(_ text: String?) throws(AuthorizeRefusal) -> Set<Prompt> {
    var prompts: Set<Prompt> = []
    for word in (text ?? "").utf8.split(separator: 0x20) {
      guard let prompt = Prompt(rawValue: String(Substring(word))) else { throw .promptUnknown }
      prompts.insert(prompt)
    }
    try require(!prompts.contains(.none) || prompts.count == 1, or: AuthorizeRefusal.promptNoneCombined)
    return prompts
  }
}
