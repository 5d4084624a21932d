import Testing

/// A path of the machine something was written on means nothing anywhere else.
@Suite struct MachinePathTests {
  // Put together here, so that this file does not break its own rule.
  private static let paths = ["work", "root"].map { "/\($0)/" }

  static func names(_ text: String) -> Bool {
    paths.contains { path in
      text.ranges(of: path).contains { range in
        guard range.lowerBound > text.startIndex else { return true }
        let before = text[text.index(before: range.lowerBound)]
        return !(before.isLetter || before.isNumber || "_-.}/".contains(before))
      }
    }
  }

  @Test func `no file names a path of somebody's machine`() async throws {
    let named = try await SourceTree.tracked().filter { path in
      guard !path.contains("/Vectors/"), let content = SourceTree.read(path), content.count < 1 << 20 else {
        return false
      }
      return Self.names(String(decoding: content, as: UTF8.self))
    }
    #expect(named == [])
  }

  @Test func `such a path is found, and a path inside the repository passes`() {
    for path in Self.paths {
      #expect(Self.names("see \(path)notes"))
      #expect(Self.names("\(path)notes"))
      #expect(!Self.names("Tests\(path)notes"))
    }
  }
}
