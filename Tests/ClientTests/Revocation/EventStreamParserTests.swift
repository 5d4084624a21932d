import OneDoorClient
import Testing

/// HTML §9.2.6, as far as the feed needs it.
@Suite struct EventStreamParserTests {
  private func events(_ text: String, chunk: Int = .max) throws -> [EventStreamParser.Event] {
    var parser = EventStreamParser(maximumByteCount: 1000)
    var events: [EventStreamParser.Event] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      events += try parser.push(rest.prefix(chunk))
      rest = rest.dropFirst(chunk)
    }
    return events
  }

  private func event(_ name: String, _ data: String) -> EventStreamParser.Event {
    EventStreamParser.Event(name: name, data: Array(data.utf8))
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func `frames are read in pieces of any size and with any line end`(end: String) throws {
    let text = [
      "retry: 10", "", ": hello", "", "id: a:1", "event: revocation", "data: a.b.c", "", "event: other", "data:x", "",
      "data: y", "data: z", "", "",
    ].joined(separator: end)
    for chunk in [1, 2, 3, 7, .max] {
      #expect(
        try events(text, chunk: chunk) == [event("revocation", "a.b.c"), event("other", "x"), event("message", "y\nz")])
    }
  }

  @Test func `a frame without data, and one that was cut off, are none`() throws {
    #expect(try events("event: revocation\n\ndata: a") == [])
  }

  @Test func `a line without end is not kept`() {
    #expect(throws: EventStreamParser.TooLong.self) { try events("data: " + String(repeating: "a", count: 2000)) }
  }
}
