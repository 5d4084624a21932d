import OneDoorMessages
import OneDoorRules
import OneDoorStore

// Numbers under which closed sets are stored: append, never renumber.

extension AuthenticationContext {
  var stored: Int64 {
    switch self {
    case .password: 1
    }
  }

  init(stored: Int64) throws(StoreError) {
    guard let found = Self.allCases.first(where: { $0.stored == stored }) else { throw .corrupt("session.acr") }
    self = found
  }
}

extension AuthenticationMethod {
  /// One bit each: a session's `amr` is their sum.
  var stored: Int64 {
    switch self {
    case .pwd: 1
    }
  }

  static func stored(_ methods: [AuthenticationMethod]) -> Int64 { methods.reduce(0) { $0 | $1.stored } }

  static func methods(stored: Int64) throws(StoreError) -> [AuthenticationMethod] {
    let methods = allCases.filter { stored & $0.stored != 0 }
    guard Self.stored(methods) == stored else { throw .corrupt("session.amr") }
    return methods
  }
}

extension RefreshMode {
  var stored: Int64 {
    switch self {
    case .steady: 1
    case .rotate: 2
    }
  }

  init(stored: Int64) throws(StoreError) {
    guard let found = Self.allCases.first(where: { $0.stored == stored }) else { throw .corrupt("family.mode") }
    self = found
  }
}

extension Subject {
  init(kind: Int64, number: Int64) throws(StoreError) {
    guard kind == 1 else { throw .corrupt("participation.subject_kind") }
    self = .person(PersonID(number))
  }
}

enum EndedKind {
  static let sid: Int64 = 1
  static let jti: Int64 = 2
}
