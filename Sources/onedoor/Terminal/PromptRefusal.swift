/// Why a question got no usable answer.
package enum PromptRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// Nobody is there to ask, and `--yes` was not given.
  case needsYes
  case declined
  case cancelled
  case noAnswer
  case tooLong
  case notUTF8
  case different

  package var description: String {
    switch self {
    case .needsYes: "this asks before it acts, and there is no terminal to ask on: add --yes"
    case .declined: "nothing was done"
    case .cancelled: "cancelled, nothing was done"
    case .noAnswer: "no answer was given"
    case .tooLong: "the answer is too long"
    case .notUTF8: "the answer is not UTF-8"
    case .different: "the two answers differ"
    }
  }

  /// A missing `--yes` is wrong usage (2); everything else failed (1).
  package var isUsage: Bool { self == .needsYes }
}
