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
  case stepExpired
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

/// The answer to a department that wants it as a form.
package struct FormPostView: Sendable {
  package var department: LocalizedName
  package var action: String
  package var fields: [(name: String, value: String)]
  package var formOrigin: String

  package init(
    department: LocalizedName, action: String, fields: [(name: String, value: String)], formOrigin: String
  ) {
    self.department = department
    self.action = action
    self.fields = fields
    self.formOrigin = formOrigin
  }

  package init(_ answer: AuthorizationAnswer) {
    self.init(
      department: answer.address.department, action: answer.address.redirectURI.text, fields: answer.parameters,
      formOrigin: answer.address.redirectURI.origin)
  }
}

package struct SignOutView: Sendable {
  package var department: LocalizedName?
  package var personName: String
  package var journey: String
  /// Whether "of this department only" is an answer.
  package var offersDeparture: Bool

  package init(department: LocalizedName?, personName: String, journey: String, offersDeparture: Bool = false) {
    self.department = department
    self.personName = personName
    self.journey = journey
    self.offersDeparture = offersDeparture
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
