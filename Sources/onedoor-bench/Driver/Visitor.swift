/// What one connection does, over and over.
protocol Visitor: AnyObject {
  /// The next request of the operation that is under way, or the first of a new one.
  func next() throws -> [UInt8]
  /// Takes the answer to it. True where the operation is complete.
  func take(_ answer: HTTPAnswer) throws -> Bool
}

/// The same request each time, answered 200 with something that must be there.
final class SteadyVisitor: Visitor {
  private let request: [UInt8]
  private let mark: StaticString
  private var isChecked = false

  init(_ request: [UInt8], answeredWith mark: StaticString) {
    self.request = request
    self.mark = mark
  }

  func next() -> [UInt8] { request }

  /// The first body is read through; after that the status is enough.
  func take(_ answer: HTTPAnswer) throws -> Bool {
    try answer.require(200, "the answer")
    if !isChecked, !answer.body.holds(mark) { throw answer.missing("\(mark)") }
    isChecked = true
    return true
  }
}
