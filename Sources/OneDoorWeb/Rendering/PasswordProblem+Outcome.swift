import OneDoorEndpoints
import OneDoorRules

extension PasswordProblem {
  init(_ problem: ChoosePasswordProblem) {
    switch problem {
    case .new(let problem): self.init(problem)
    case .busy: self = .busy
    }
  }

  /// Nil: it went well.
  init?(_ notice: AccountNotice) {
    switch notice {
    case .changed: return nil
    case .currentMissing: self = .currentMissing
    case .currentWrong: self = .currentWrong
    case .new(let problem): self.init(problem)
    // Rounded up, so that nobody comes back too early.
    case .tooManyAttempts(let wait): self = .tooManyAttempts(minutes: Int(clamping: (max(0, wait.value) + 59) / 60))
    case .busy: self = .busy
    }
  }

  private init(_ problem: NewPasswordProblem) {
    switch problem {
    case .missing: self = .newMissing
    case .different: self = .different
    case .refused(.tooShort(let minimum)): self = .tooShort(minimum: minimum)
    case .refused(.tooLong(let maximum)): self = .tooLong(maximum: maximum)
    case .refused(.common): self = .common
    case .refused(.predictable): self = .predictable
    case .refused(.repetitive): self = .repetitive
    case .refused(.containsName): self = .containsName
    case .refused(.unchanged): self = .unchanged
    }
  }
}
