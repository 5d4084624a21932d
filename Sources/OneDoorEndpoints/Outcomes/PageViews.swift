package import OneDoorRules

package struct SignInView: Sendable {
  package var department: LocalizedName
  package var journey: String
  package var username: String
  package var problem: SignInProblem?
  package var formOrigin: String
  package var uiLocales: [String]

  package init(
    department: LocalizedName, journey: String, username: String = "", problem: SignInProblem? = nil,
    formOrigin: String, uiLocales: [String] = []
  ) {
    self.department = department
    self.journey = journey
    self.username = username
    self.problem = problem
    self.formOrigin = formOrigin
    self.uiLocales = uiLocales
  }
}

package enum SignInProblem: Sendable, Equatable {
  case mismatch
  case missingFields
  case tooManyAttempts(retryAfter: Seconds)
  case busy(retryAfter: Seconds)
}

package struct ContinueView: Sendable {
  package var department: LocalizedName
  package var personName: String
  package var lastSignIn: UnixTime?
  package var journey: String
  package var formOrigin: String
  package var uiLocales: [String]

  package init(
    department: LocalizedName, personName: String, lastSignIn: UnixTime?, journey: String, formOrigin: String,
    uiLocales: [String] = []
  ) {
    self.department = department
    self.personName = personName
    self.lastSignIn = lastSignIn
    self.journey = journey
    self.formOrigin = formOrigin
    self.uiLocales = uiLocales
  }
}

package struct SignOutView: Sendable {
  package var department: LocalizedName?
  package var personName: String
  package var journey: String
  package var formOrigin: String?
  package var uiLocales: [String]

  package init(
    department: LocalizedName?, personName: String, journey: String, formOrigin: String? = nil, uiLocales: [String] = []
  ) {
    self.department = department
    self.personName = personName
    self.journey = journey
    self.formOrigin = formOrigin
    self.uiLocales = uiLocales
  }
}

package struct HomeView: Sendable {
  /// Nil: signed out.
  package var personName: String?
  package var lastSignIn: UnixTime?
  package var departments: [LocalizedName]
  package var signOutJourney: String?

  package init(
    personName: String?, lastSignIn: UnixTime? = nil, departments: [LocalizedName] = [], signOutJourney: String? = nil
  ) {
    self.personName = personName
    self.lastSignIn = lastSignIn
    self.departments = departments
    self.signOutJourney = signOutJourney
  }
}
