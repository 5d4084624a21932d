package import OneDoorJOSE

/// What one department must refuse: a participation by its `sid` or one access token by its `jti`.
package enum EndedHandle: Hashable, Sendable {
  case sid(String)
  case jti(String)
}

/// One message of the revocation feed, the payload of a JWS of type `onedoor-revocation+jwt` (DESIGN.md §7).
///
/// It is applied only if `after` equals the reader's epoch; `after: 0` is a snapshot, an empty list is a head.
package struct RevocationMessage: Sendable, Equatable {
  package struct Ended: Sendable, Equatable {
    package let handle: EndedHandle
    package let until: Int64

    package init(handle: EndedHandle, until: Int64) {
      self.handle = handle
      self.until = until
    }
  }

  /// Everything issued before a time is refused, until no such token can be valid any more.
  package struct CutOff: Sendable, Equatable {
    package let issuedBefore: Int64
    package let until: Int64
    /// Only tokens that were issued to this department; nil: all. A reader that does not know the member refuses too much.
    package let clientID: String?

    package init(issuedBefore: Int64, until: Int64, clientID: String? = nil) {
      self.issuedBefore = issuedBefore
      self.until = until
      self.clientID = clientID
    }
  }

  package var issuer: String
  package var audience: String
  package var incarnation: String
  package var after: Int64
  package var upto: Int64
  package var time: Int64
  package var ended: [Ended]
  package var cutOffs: [CutOff]

  package init(
    issuer: String, audience: String, incarnation: String, after: Int64, upto: Int64, time: Int64, ended: [Ended] = [],
    cutOffs: [CutOff] = []
  ) {
    self.issuer = issuer
    self.audience = audience
    self.incarnation = incarnation
    self.after = after
    self.upto = upto
    self.time = time
    self.ended = ended
    self.cutOffs = cutOffs
  }

  package func serialized() -> [UInt8] {
    let endedItems = ended.map { item -> JSON in
      switch item.handle {
      case .sid(let sid): .object(JSONObject([("sid", .string(sid)), ("until", .integer(item.until))]))
      case .jti(let jti): .object(JSONObject([("jti", .string(jti)), ("until", .integer(item.until))]))
      }
    }
    let cutOffItems = cutOffs.map { item -> JSON in
      var object = JSONObject([("issued_before", .integer(item.issuedBefore)), ("until", .integer(item.until))])
      if let clientID = item.clientID { object["client_id"] = .string(clientID) }
      return .object(object)
    }
    return JSON.object(
      JSONObject([
        ("iss", .string(issuer)), ("aud", .string(audience)), ("incarnation", .string(incarnation)),
        ("after", .integer(after)), ("upto", .integer(upto)), ("time", .integer(time)), ("ended", .array(endedItems)),
        ("cutoffs", .array(cutOffItems)),
      ])
    ).serialized()
  }

  package init(_ object: JSONObject) throws(ClaimFault) {
    let members = ClaimReader(object)
    issuer = try members.string("iss")
    audience = try members.string("aud")
    incarnation = try members.string("incarnation")
    after = try members.number("after")
    upto = try members.number("upto")
    time = try members.time("time")
    guard upto >= after else { throw .malformed("upto") }
    ended = try RevocationMessage.items(of: object, "ended") { item throws(ClaimFault) in
      let reader = ClaimReader(item)
      let until = try reader.time("until")
      switch (try reader.optionalString("sid"), try reader.optionalString("jti")) {
      case (let sid?, nil): return Ended(handle: .sid(sid), until: until)
      case (nil, let jti?): return Ended(handle: .jti(jti), until: until)
      default: throw .malformed("ended")
      }
    }
    cutOffs = try RevocationMessage.items(of: object, "cutoffs") { item throws(ClaimFault) in
      let reader = ClaimReader(item)
      return CutOff(
        issuedBefore: try reader.time("issued_before"), until: try reader.time("until"),
        clientID: try reader.optionalString("client_id"))
    }
  }

  private static func items<Item>(
    of object: JSONObject, _ name: String, _ read: (JSONObject) throws(ClaimFault) -> Item
  ) throws(ClaimFault) -> [Item] {
    guard let values = object[name]?.array else { throw .malformed(name) }
    var items: [Item] = []
    items.reserveCapacity(values.count)
    for value in values {
      guard let object = value.object else { throw .malformed(name) }
      items.append(try read(object))
    }
    return items
  }
}
