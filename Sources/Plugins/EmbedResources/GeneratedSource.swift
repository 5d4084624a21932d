/// The Swift file that carries `resources`. `StaticString` keeps them as constants: no work and no memory at start.
func generated(_ resources: [Resource]) -> String {
  var source = """
    // Generated from Resources/ and Languages/ by EmbedResources.
    package enum EmbeddedResources {
      /// The resource at `path` below its target's folder, such as `Languages/en.json`.
      package static func text(_ path: String) -> StaticString? {
        switch path {

    """
  for (number, resource) in resources.enumerated() {
    source += "    case \(quoted(resource.path)): resource\(number)\n"
  }
  source += "    default: nil\n    }\n  }\n\n  package static let paths: [String] = [\n"
  for resource in resources { source += "    \(quoted(resource.path)),\n" }
  source += "  ]\n}\n"
  for (number, resource) in resources.enumerated() {
    let hashes = delimiter(for: resource.text)
    source += "\nprivate let resource\(number): StaticString = "
    source += "\(hashes)\"\"\"\n\(resource.text)\n\"\"\"\(hashes)\n"
  }
  return source
}

/// One `#` more than the longest run behind a quote or backslash, so that nothing in the text ends or escapes.
private func delimiter(for text: String) -> String {
  var longest = 0
  var run: Int?
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): run = 0
    case UInt8(ascii: "#"): run = run.map { $0 + 1 }
    default: run = nil
    }
    longest = max(longest, run ?? 0)
  }
  return String(repeating: "#", count: longest + 1)
}

private func quoted(_ path: String) -> String {
  let escaped = path.flatMap { $0 == "\\" || $0 == "\"" ? "\\\($0)" : "\($0)" }
  return "\"\(String(escaped))\""
}
