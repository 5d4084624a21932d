import OneDoorJOSE
import OneDoorMessages
import Testing

@Suite struct RevocationMessageTests {
  static let message = RevocationMessage(
    issuer: "https://login.example", audience: "housing", incarnation: "i", after: 3, upto: 5, time: 1_800_000_000,
    ended: [.init(handle: .sid("s"), until: 9), .init(handle: .jti("j"), until: 10)],
    cutOffs: [.init(issuedBefore: 8, until: 11), .init(issuedBefore: 7, until: 12, clientID: "tax")])

  @Test func `the wire format is fixed`() throws {
    let expected = #"""
      {"iss":"https://login.example","aud":"housing","incarnation":"i","after":3,"upto":5,"time":1800000000,"ended":[{"sid":"s","until":9},{"jti":"j","until":10}],"cutoffs":[{"issued_before":8,"until":11},{"issued_before":7,"until":12,"client_id":"tax"}]}
      """#
    #expect(String(decoding: Self.message.serialized(), as: UTF8.self) == expected)
    let object = try #require(try JSON.parse(Self.message.serialized()).object)
    #expect(try RevocationMessage(object) == Self.message)
  }

  @Test(
    arguments: [
      ("upto", 2), ("after", -1), ("time", "x"), ("ended", nil), ("ended", [["sid": "s"]]), ("ended", [["until": 1]]),
      ("ended", [["sid": "s", "jti": "j", "until": 1]]), ("ended", [1]), ("cutoffs", nil), ("cutoffs", [["until": 1]]),
      ("iss", nil), ("aud", ["housing"]), ("incarnation", 1), ("time", .number(1e300)),
    ] as [(String, JSON?)])
  func `a member that is absent or wrong refuses the message`(name: String, value: JSON?) throws {
    var object = try #require(try JSON.parse(Self.message.serialized()).object)
    object[name] = value
    #expect(throws: ClaimFault.self) { try RevocationMessage(object) }
  }
}
