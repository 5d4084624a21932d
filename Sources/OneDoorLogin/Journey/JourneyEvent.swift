package import OneDoorRules
package import OneDoorStore

/// What can happen to a login under way.
package enum JourneyEvent: Sendable, Equatable {
  /// The sign-in form came back without a name or a password.
  case incomplete(username: String)
  case attempted(LoginOutcome, username: String)
  /// The answer to "Continue as …?"; `session` is the one behind the cookie now, nil where there is none.
  case confirmed(session: SessionFacts?)
  case wantsAnother
  /// A new password was typed that is not taken.
  case refused(NewPasswordProblem)
  /// What the step stands on does not hold any more.
  case stepExpired
}

/// What the endpoint does about it.
package enum JourneyAction: Sendable, Equatable {
  /// Answer 303 to the page of this journey.
  case show(Journey)
  case beginSession(SignInFacts, Authentication, newDeviceCookie: String)
  case proceed(SessionFacts)
  /// Storage or memory is short: 503.
  case unavailable
}

extension Journey {
  /// State and event to state and action. The same event at the same state gives the same answer, so that a form sent
  /// twice does no harm; an event that does not belong to the step leads back to the step.
  package func after(_ event: JourneyEvent) -> JourneyAction {
    switch (step, event) {
    case (.signIn, .incomplete(let username)):
      return .show(with(username: username, problem: .missingFields))
    case (.signIn, .attempted(let outcome, let username)):
      return after(outcome, username: username)
    case (.continueAs(let person, let id), .confirmed(let facts)):
      // Somebody else has signed in meanwhile, or nobody is any more: nothing goes on in another person's name.
      guard let facts, facts.session.id == id, facts.person.id == person else { return .show(atSignIn) }
      return .proceed(facts)
    case (.continueAs, .wantsAnother):
      return .show(atSignIn)
    case (.choosePassword, .refused(let problem)):
      return .show(with(username: username, problem: .newPassword(problem)))
    case (.choosePassword, .stepExpired):
      return .show(atSignIn.with(username: username, problem: .stepExpired))
    case (.signIn, _), (.continueAs, _), (.choosePassword, _):
      return .show(self)
    }
  }

  private func after(_ outcome: LoginOutcome, username: String) -> JourneyAction {
    switch outcome {
    case .proven(let facts, let authentication, _) where facts.credential.mustChange:
      .show(
        at(.choosePassword(ProvenStep(person: facts.person.id, version: facts.person.version, at: authentication.time)))
          .with(username: username, problem: nil))
    case .proven(let facts, let authentication, let cookie):
      .beginSession(facts, authentication, newDeviceCookie: cookie)
    case .mismatch: .show(with(username: username, problem: .mismatch))
    case .wait(let wait): .show(with(username: username, problem: .tooManyAttempts(retryAfter: wait)))
    case .busy(let wait): .show(with(username: username, problem: .busy(retryAfter: wait)))
    case .unavailable: .unavailable
    }
  }

  package var atSignIn: Journey { at(.signIn) }

  private func at(_ step: Step) -> Journey {
    var journey = with(username: username, problem: nil)
    journey.step = step
    return journey
  }
}
