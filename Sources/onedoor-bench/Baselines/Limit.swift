/// What an operation cannot do without, each measured alone.
enum Part: String, CaseIterable, Sendable, Hashable {
  case emptyGet = "empty GET"
  case emptyPost = "empty POST"
  case signature = "ES256 signature"
  case verification = "ES256 verification"
  case argon2id = "Argon2id"
  case commit = "grouped commit"
}

/// How many of which.
struct Limit: Sendable, ExpressibleByDictionaryLiteral {
  let parts: [(part: Part, count: Double)]

  init(dictionaryLiteral elements: (Part, Double)...) { parts = elements.map { (part: $0.0, count: $0.1) } }

  private init(_ parts: [(part: Part, count: Double)]) { self.parts = parts }

  static func + (a: Limit, b: Limit) -> Limit { Limit(a.parts + b.parts) }

  var kinds: [Part] { Part.allCases.filter { kind in parts.contains { $0.part == kind } } }

  func sum(_ microseconds: (Part) -> Double) -> Double {
    parts.reduce(0) { $0 + $1.count * microseconds($1.part) }
  }
}
