package import OneDoorJOSE

/// The `claims` parameter (OpenID Connect Core §5.5): what a department asks for by name. Claims and members that nobody
/// here understands are ignored, as the section has it; a known part of another shape is a fault, since guessing would
/// ignore what it asks for.
package struct ClaimsRequest: Sendable, Equatable {
  /// What is said of one claim (§5.5.1).
  package struct Wish: Sendable, Equatable {
    package let isEssential: Bool
    /// Empty: any value.
    package let values: [JSON]
  }

  /// `userinfo` or `id_token`.
  package struct Place: Sendable, Equatable {
    package private(set) var subject: Wish?
    package private(set) var context: Wish?
    package private(set) var released: [ReleasableClaim: Wish] = [:]
    package init() {}
  }

  package enum Fault: Error, Equatable, Sendable { case tooLong, malformed }

  package private(set) var userinfo = Place()
  package private(set) var idToken = Place()

  package init() {}

  package static let maximumBytes = 2_048
  package static let maximumClaims = 64
  package static let maximumValues = 16

  package init(_ text: String) throws(Fault) {
    let bytes = Array(text.utf8)
    guard bytes.count <= ClaimsRequest.maximumBytes else { throw .tooLong }
    let limits = JSONLimits(maximumBytes: ClaimsRequest.maximumBytes, maximumDepth: 6)
    guard let members = (try? JSON.parse(bytes, limits: limits))?.object else { throw .malformed }
    if let member = members["userinfo"] { userinfo = try Place(member) }
    if let member = members["id_token"] { idToken = try Place(member) }
  }
}

extension ClaimsRequest.Place {
  init(_ json: JSON) throws(ClaimsRequest.Fault) {
    if json.isNull { return }
    guard let members = json.object?.members, members.count <= ClaimsRequest.maximumClaims else { throw .malformed }
    for member in members {
      let wish = try ClaimsRequest.Wish(member.value)
      if member.name.hasSameBytes(as: "sub") {
        subject = try wish.withTexts()
      } else if member.name.hasSameBytes(as: "acr") {
        context = try wish.withTexts()
      } else if let claim = ReleasableClaim(name: member.name) {
        released[claim] = wish
      }
    }
  }
}

extension ClaimsRequest.Wish {
  /// §5.5.1: null, or an object that says more. Both `value` and `values` would be two answers to one question.
  init(_ json: JSON) throws(ClaimsRequest.Fault) {
    if json.isNull {
      self.init(isEssential: false, values: [])
      return
    }
    guard let members = json.object else { throw .malformed }
    var isEssential = false
    if let essential = members["essential"] {
      guard let flag = essential.bool else { throw .malformed }
      isEssential = flag
    }
    switch (members["value"], members["values"]) {
    case (nil, nil): self.init(isEssential: isEssential, values: [])
    case (let value?, nil): self.init(isEssential: isEssential, values: [value])
    case (nil, let several?):
      guard let values = several.array, (1...ClaimsRequest.maximumValues).contains(values.count) else {
        throw .malformed
      }
      self.init(isEssential: isEssential, values: values)
    case (_?, _?): throw .malformed
    }
  }

  fileprivate func withTexts() throws(ClaimsRequest.Fault) -> Self {
    guard values.allSatisfy({ $0.string != nil }) else { throw .malformed }
    return self
  }
}
