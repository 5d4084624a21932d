import OneDoorJOSE
import OneDoorStore

/// Reads the members of a stored document; whatever is missing or of another type makes the row corrupt.
struct DocumentReader {
  private let object: JSONObject

  init(_ bytes: [UInt8]) throws(StoreError) {
    guard let object = (try? JSON.parse(bytes))?.object else { throw .corrupt("department.document") }
    self.object = object
  }

  private func fault(_ name: String) -> StoreError { .corrupt("department.document: \(name)") }

  func has(_ name: String) -> Bool { object[name] != nil }

  func string(_ name: String) throws(StoreError) -> String {
    guard let value = object[name]?.string else { throw fault(name) }
    return value
  }

  func bool(_ name: String) throws(StoreError) -> Bool {
    guard let value = object[name]?.bool else { throw fault(name) }
    return value
  }

  func array(_ name: String) throws(StoreError) -> [JSON] {
    guard let values = object[name]?.array else { throw fault(name) }
    return values
  }

  func strings(_ name: String) throws(StoreError) -> [String] {
    var strings: [String] = []
    for value in try array(name) {
      guard let string = value.string else { throw fault(name) }
      strings.append(string)
    }
    return strings
  }

  func names(_ name: String) throws(StoreError) -> [String: String] {
    guard let members = object[name]?.object?.members else { throw fault(name) }
    var names: [String: String] = [:]
    for member in members {
      guard let text = member.value.string else { throw fault(name) }
      names[member.name] = text
    }
    return names
  }

  func choice<Choice: RawRepresentable<String>>(_ name: String) throws(StoreError) -> Choice {
    guard let choice = Choice(rawValue: try string(name)) else { throw fault(name) }
    return choice
  }
}
