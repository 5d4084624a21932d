/// One rule about the code: which files it is for, and on which lines a file breaks it.
struct SourceRule: Sendable {
  let applies: @Sendable (String) -> Bool
  let broken: @Sendable (SwiftFile) -> [Int]

  /// `path:line` of every breach in the tree; empty where the rule holds.
  func breaches() -> [String] { breaches(in: SourceTree.swiftFiles) }

  func breaches(in files: [SwiftFile]) -> [String] {
    files.filter { applies($0.path) }.flatMap { file in broken(file).map { "\(file.path):\($0)" } }
  }

  /// Whether the rule would find a breach in this text, were it in the tree.
  func bites(_ text: String, at path: String = "Sources/OneDoorRules/Sample.swift") -> Bool {
    !breaches(in: [SwiftFile(path: path, text: text)]).isEmpty
  }

  static func isSource(_ path: String) -> Bool { path.hasPrefix("Sources/") }
}

/// Where the outside world comes in: the command that assembles the product, the benchmark, the storage driver, and
/// the tools that run while building.
func mayMeetTheWorld(_ path: String) -> Bool {
  ["onedoor/", "onedoor-bench/", "OneDoorSQLite/", "Plugins/"].contains { path.hasPrefix("Sources/" + $0) }
}
