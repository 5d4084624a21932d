import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import OneDoorStore

/// The members of a call, each read by its type.
struct AdminArguments: Sendable {
  private let object: JSONObject

  init(_ object: JSONObject) { self.object = object }

  func string(_ name: String) throws -> String {
    guard let value = try optionalString(name) else { throw AdminRefusal.malformed("\(name) is missing") }
    return value
  }

  func optionalString(_ name: String) throws -> String? {
    guard let value = object[name], !value.isNull else { return nil }
    guard let text = value.string else { throw AdminRefusal.malformed("\(name) is no string") }
    return text
  }

  func optionalNumber(_ name: String, in range: ClosedRange<Int64>) throws -> Int64? {
    guard let value = object[name], !value.isNull else { return nil }
    guard let number = value.integer, range.contains(number) else {
      throw AdminRefusal.malformed("\(name) is no number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func flag(_ name: String) throws -> Bool {
    guard let value = object[name], !value.isNull else { return false }
    guard let flag = value.bool else { throw AdminRefusal.malformed("\(name) is neither true nor false") }
    return flag
  }

  func items(_ name: String) throws -> [JSON] {
    guard let value = object[name], !value.isNull else { return [] }
    guard let items = value.array else { throw AdminRefusal.malformed("\(name) is no list") }
    return items
  }

  func strings(_ name: String) throws -> [String] {
    try items(name).map { item in
      guard let text = item.string else { throw AdminRefusal.malformed("\(name) holds something else than strings") }
      return text
    }
  }

  func object(_ name: String) throws -> AdminArguments? {
    guard let value = object[name], !value.isNull else { return nil }
    guard let inner = value.object else { throw AdminRefusal.malformed("\(name) is no object") }
    return AdminArguments(inner)
  }

  /// One of a closed set of words.
  func choice<Value: RawRepresentable<String> & CaseIterable>(_ name: String, _ type: Value.Type) throws -> Value? {
    guard let text = try optionalString(name) else { return nil }
    return try Self.word(text, name, type)
  }

  func choices<Value: RawRepresentable<String> & CaseIterable>(_ name: String, _ type: Value.Type) throws -> [Value] {
    try strings(name).map { try Self.word($0, name, type) }
  }

  private static func word<Value: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ name: String, _ type: Value.Type
  ) throws -> Value {
    guard let value = Value.allCases.first(where: { $0.rawValue.utf8.elementsEqual(text.utf8) }) else {
      throw AdminRefusal.malformed("\(name) does not know \"\(text)\"")
    }
    return value
  }

  var members: [(name: String, value: JSON)] { object.members }
}

extension AdminArguments {
  func departmentID(_ name: String) throws -> DepartmentID {
    let text = try string(name)
    guard let id = DepartmentID(text) else { throw AdminRefusal.unknown("department \(text)") }
    return id
  }
}
