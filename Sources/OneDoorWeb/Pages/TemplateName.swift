/// The templates a page is made of: `Resources/templates/<name>.mustache`.
package enum TemplateName: String, CaseIterable, Sendable {
  case layout
  case hiddenFields = "hidden-fields"
  case signIn = "sign-in"
  case continueAs = "continue-as"
  case signOutQuestion = "sign-out-question"
  case signedOut = "signed-out"
  case home
  case homeSignedOut = "home-signed-out"
  case error

  package var path: String { "Resources/templates/\(rawValue).mustache" }
}
