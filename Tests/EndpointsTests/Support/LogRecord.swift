import Logging
import Synchronization

/// Everything that the provider has logged.
final class LogRecord: Sendable {
  private let lines = Mutex<[String]>([])

  func add(_ line: String) { lines.withLock { $0.append(line) } }
  var text: String { lines.withLock { $0 }.joined(separator: "\n") }
}

struct LogSink: LogHandler {
  let record: LogRecord
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .trace

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let error = event.error.map { " \($0)" } ?? ""
    record.add("\(event.level) \(event.message) \(metadata) \(event.metadata ?? [:])\(error)")
  }
}
