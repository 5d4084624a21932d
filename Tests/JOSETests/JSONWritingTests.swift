import OneDoorJOSE
import Testing

struct JSONWritingTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `a writer sets its own commas`() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("a", "x[{")
    writer.member("b", Int64.min)
    writer.member("c", true)
    writer.beginObject("d")
    writer.endObject()
    writer.beginArray("e")
    writer.element("y")
    writer.element(2)
    writer.beginObject()
    writer.member("f", raw: Array("[1]".utf8))
    writer.endObject()
    writer.element(raw: Array("{}".utf8))
    writer.endArray()
    writer.member("g", ["p", "q"])
    writer.member("h", [nil, 1.5, ["i": []]] as JSON)
    writer.endObject()
    #expect(
      text(writer.bytes)
        == #"{"a":"x[{","b":-9223372036854775808,"c":true,"d":{},"e":["y",2,{"f":[1]},{}],"g":["p","q"],"h":[null,1.5,{"i":[]}]}"#
    )
  }

  @Test func `quotes, backslashes and control characters are escaped and come back`() throws {
    let odd = "\"\\/\u{0}\u{1}\u{8}\t\n\u{C}\r\u{1F}\u{7F}é张\u{1D11E}\u{2028}"
    let bytes = JSON.string(odd).serialized()
    #expect(text(bytes).hasPrefix(#""\"\\/\u0000\u0001\b\t\n\f\r\u001f"#))
    #expect(try JSON.parse(bytes) == .string(odd))
  }

  @Test func `numbers come back as they were`() throws {
    for number in [0.1, 1e16, 1e300, .leastNonzeroMagnitude, -2.5, 1e21] {
      #expect(try JSON.parse(JSON.number(number).serialized()) == .number(number))
    }
    #expect(text(JSON.number(.infinity).serialized()) == "null")
  }

  @Test func `an object keeps its order, replaces and removes`() {
    var object: JSONObject = ["b": 1, "a": 2]
    object["c"] = nil
    object["b"] = 3
    object["d"] = .null
    #expect(text(JSON.object(object).serialized()) == #"{"b":3,"a":2,"d":null}"#)
    object["b"] = nil
    #expect(object == ["d": nil, "a": 2])
    #expect(object != ["d": nil, "a": 2, "e": 1])
    #expect(JSONObject([("x", 1), ("x", 2)]) == ["x": 2])
  }
}
