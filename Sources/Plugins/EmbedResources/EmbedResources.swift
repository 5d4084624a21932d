import Foundation

/// Turns a module's pages, styles and languages into Swift source, so that the binary carries them and no file can be
/// missing or changed beside it.
///
/// `EmbedResources OUTPUT ROOT FILE…`: the same files give the same bytes, whatever order they come in.
@main
struct EmbedResources {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2, let output = arguments.first, let root = arguments.dropFirst().first else {
      throw EmbedError("usage: EmbedResources OUTPUT ROOT FILE…")
    }
    let prefix = root.hasSuffix("/") ? root : root + "/"
    let resources = try arguments.dropFirst(2).map { file in
      guard file.hasPrefix(prefix) else { throw EmbedError("\(file) is not below \(root)") }
      return Resource(path: String(file.dropFirst(prefix.count)), text: try read(file))
    }
    let source = generated(resources.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }

  private static func read(_ file: String) throws -> String {
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    // A literal in Swift source cannot hold other bytes unchanged: NUL is an error there and CR LF becomes LF.
    guard let text = String(validating: data, as: UTF8.self), !data.contains(0), !data.contains(0x0D) else {
      throw EmbedError("\(file) is not UTF-8 text with LF line ends")
    }
    return text
  }
}

struct Resource {
  let path: String
  let text: String
}

struct EmbedError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
