/// Why a form with a new password is shown again.
package enum NewPasswordProblem: Sendable, Equatable {
  case missing
  /// The two times that it was typed are not the same.
  case different
  case refused(PasswordRefusal)
}
