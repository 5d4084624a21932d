/// The checks on a file's bytes before YAML sees them: what an editor, a full disk or a copy that stopped leaves behind.
package enum DocumentText {
  /// Larger files are nobody's configuration.
  package static let limit = 1_048_576
  /// Marks the names that stand twice while the composer runs (see `DocumentComposer`), and so may not be in a file.
  static let reserved: Unicode.Scalar = "\u{E000}"

  /// Reads a file. What is no regular readable file gives one problem that names it.
  package static func load(_ path: String) throws(ConfigurationErrors) -> String {
    let bytes: [UInt8]
    do throws(UnreadableFile) {
      bytes = try UnreadableFile.read(path, limit: limit)
    } catch {
      throw ConfigurationErrors(.wholeFile(path), error.reason)
    }
    return try check(bytes, file: path)
  }

  package static func check(_ bytes: [UInt8], file: String) throws(ConfigurationErrors) -> String {
    guard bytes.count <= limit else {
      throw ConfigurationErrors(.wholeFile(file), "is larger than 1 MiB")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationErrors(firstInvalid(bytes, file: file), "is not UTF-8 here")
    }
    var problems = strangeCharacters(in: text, file: file)
    // A line cut short can still parse: `10.0.0.0/24` becomes `10.0.0.0/2`. So the last line must be complete.
    if let last = bytes.last, last != UInt8(ascii: "\n") {
      problems.append(
        ConfigurationProblem(end(of: text, file: file), "the last line has no line end: the file may be half written"))
    }
    if let begin = firstMeaningful(text), begin.text == "---", lastMeaningful(text)?.text != "..." {
      problems.append(
        ConfigurationProblem(
          .file(file, line: begin.line, column: 1),
          "begins with --- but does not end with a line ... : the file may be half written"))
    }
    guard problems.isEmpty else { throw ConfigurationErrors(problems) }
    return text
  }

  private static func strangeCharacters(in text: String, file: String) -> [ConfigurationProblem] {
    var line = 1
    var column = 1
    var problems: [ConfigurationProblem] = []
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        line += 1
        column = 1
        continue
      }
      let isStrange =
        (scalar.value < 0x20 && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
        || scalar == reserved || ["\u{2028}", "\u{2029}", "\u{FEFF}"].contains(scalar)
        || PlainText.turnsDirection(scalar)
      if isStrange, problems.count < 20 {
        let number = String(scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - number.count)) + number
        let hint = scalar == "\r" ? ": save the file with plain line ends" : ""
        problems.append(
          ConfigurationProblem(
            .file(file, line: line, column: column), "the character U+\(padded) does not belong in this file\(hint)"))
      }
      column += 1
    }
    return problems
  }

  private static func meaningful(_ text: String) -> [(text: Substring, line: Int)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      guard !trimmed.isEmpty, trimmed.first != "#" else { return nil }
      var end = line
      while let last = end.last, last == " " || last == "\t" { end.removeLast() }
      return (end, index + 1)
    }
  }

  private static func firstMeaningful(_ text: String) -> (text: Substring, line: Int)? { meaningful(text).first }
  private static func lastMeaningful(_ text: String) -> (text: Substring, line: Int)? { meaningful(text).last }

  private static func end(of text: String, file: String) -> Place {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return .file(file, line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
  }

  private static func firstInvalid(_ bytes: [UInt8], file: String) -> Place {
    // The longest valid prefix is found line by line: an invalid sequence cannot contain a line feed.
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
    where String(validating: line, as: UTF8.self) == nil {
      let column = (0...line.count).last { String(validating: line.prefix($0), as: UTF8.self) != nil } ?? 0
      let valid = String(decoding: line.prefix(column), as: UTF8.self)
      return .file(file, line: index + 1, column: valid.unicodeScalars.count + 1)
    }
    return .wholeFile(file)
  }
}
