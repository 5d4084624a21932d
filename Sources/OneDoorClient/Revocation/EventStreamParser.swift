/// Server-sent events (HTML §9.2.6), as far as the feed uses them: `event` and `data`. Comments, `id` and `retry` pass;
/// how to come back is ours to decide.
package struct EventStreamParser: Sendable {
  package struct Event: Sendable, Equatable {
    package let name: String
    package let data: [UInt8]

    package init(name: String, data: [UInt8]) {
      self.name = name
      self.data = data
    }
  }

  /// A line or an event without end.
  package struct TooLong: Error {}

  private let maximumByteCount: Int
  private var line: [UInt8] = []
  private var lastWasCarriageReturn = false
  private var name: [UInt8] = []
  private var data: [UInt8] = []
  private var hasData = false

  package init(maximumByteCount: Int) { self.maximumByteCount = maximumByteCount }

  package mutating func push(_ bytes: some Sequence<UInt8>) throws(TooLong) -> [Event] {
    var events: [Event] = []
    for byte in bytes {
      let endsCarriageReturn = lastWasCarriageReturn && byte == UInt8(ascii: "\n")
      lastWasCarriageReturn = byte == UInt8(ascii: "\r")
      if endsCarriageReturn { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if let event = endLine() { events.append(event) }
      } else {
        guard line.count + data.count < maximumByteCount else { throw TooLong() }
        line.append(byte)
      }
    }
    return events
  }

  private mutating func endLine() -> Event? {
    defer { line.removeAll(keepingCapacity: line.count < 64 * 1024) }
    guard !line.isEmpty else { return endEvent() }
    let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
    var value = line[min(colon + 1, line.endIndex)...]
    if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
    if line[..<colon].elementsEqual("event".utf8) { name = Array(value) }
    if line[..<colon].elementsEqual("data".utf8) {
      if hasData { data.append(UInt8(ascii: "\n")) }
      data += value
      hasData = true
    }
    return nil
  }

  private mutating func endEvent() -> Event? {
    defer {
      name = []
      data = []
      hasData = false
    }
    guard hasData else { return nil }
    return Event(name: name.isEmpty ? "message" : String(decoding: name, as: UTF8.self), data: data)
  }
}
