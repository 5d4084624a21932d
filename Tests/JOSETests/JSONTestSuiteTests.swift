import OneDoorJOSE
import TestSupport
import Testing

@Suite(.enabled(if: Vectors.shouldRun, "the vectors folder is not here"))
struct JSONTestSuiteTests {
  @Test func `what must be read is read, what must be refused is refused, nothing crashes`() throws {
    var read = 0
    var duplicates: [String] = []
    var refused = 0
    var either = 0
    for name in try Vectors.names(in: "jsontestsuite/test_parsing") {
      let bytes = try Vectors.bytes("jsontestsuite/test_parsing/\(name)")
      let result = Result { () throws(JSONError) -> JSON in try JSON.parse(bytes) }
      switch (name.first, result) {
      case ("y", .success(let json)):
        read += 1
        #expect(try JSON.parse(json.serialized()) == json, "\(name)")
      case ("y", .failure(.duplicate)): duplicates.append(name)
      case ("n", .failure): refused += 1
      case ("i", _): either += 1
      default: Issue.record("\(name): \(result)")
      }
    }
    // Policy: RFC 7515 §4 lets a reader refuse members given twice, and ours does everywhere.
    #expect(duplicates == ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"])
    #expect(read == 93)
    #expect(refused == 188)
    #expect(either == 35)
  }
}
