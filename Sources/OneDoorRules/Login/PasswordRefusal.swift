/// Why a new password is not taken. The texts say what to do, not what is wrong with the person.
package enum PasswordRefusal: Error, Equatable, Sendable {
  case tooShort(minimum: Int)
  case tooLong(maximum: Int)
  case common
  case predictable
  case repetitive
  case containsName
  case unchanged

  package var text: String {
    switch self {
    case .tooShort(let minimum):
      "Use at least \(minimum) characters. A few words that only you would put together are easy to remember."
    case .tooLong(let maximum): "Use at most \(maximum) characters."
    case .common: "This password is on lists that attackers try first. Choose another."
    case .predictable: "This password follows the keyboard or counts up or down. Choose words instead."
    case .repetitive: "This password repeats itself. Choose something longer without the repetition."
    case .containsName:
      "This password is little more than your name, ours, or a very common word. Choose something else."
    case .unchanged: "This is the password that you have. Choose another."
    }
  }
}
