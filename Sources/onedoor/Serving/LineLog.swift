import Foundation
import Logging
import Synchronization

/// One line an event on standard error, whatever is in it: a line end that a stranger sent must not begin a line of its
/// own.
struct LineLog: LogHandler {
  /// The level of the whole process, changed by a reload.
  final class Level: Sendable {
    private let value: Mutex<Logger.Level>
    init(_ level: Logger.Level) { value = Mutex(level) }
    var current: Logger.Level {
      get { value.withLock { $0 } }
      set { value.withLock { $0 = newValue } }
    }
  }

  let label: String
  let level: Level
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?
  private var own: Logger.Level?

  init(label: String, level: Level) {
    self.label = label
    self.level = level
  }

  var logLevel: Logger.Level {
    get { own ?? level.current }
    set { own = newValue }
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var fields = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }
    if let more = event.metadata { fields.merge(more) { $1 } }
    if let error = event.error { fields["error"] = "\(error)" }
    let tail = fields.sorted { $0.key < $1.key }.map { " \($0.key)=\(Self.quoted("\($0.value)"))" }.joined()
    let time = TimeText.utc.absolute(WallClock.now())
    let line = "\(time) \(event.level) \(label): \(Self.oneLine("\(event.message)"))\(tail)\n"
    FileHandle.standardError.write(Data(line.utf8))
  }

  static func oneLine(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default:
        if PlainText.isControl(scalar) {
          result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  private static func quoted(_ value: String) -> String {
    let line = oneLine(value)
    guard line.isEmpty || line.contains(" ") || line.contains("\"") else { return line }
    return "\"" + line.replacing("\"", with: "\\\"") + "\""
  }
}
