/// The templates a page is made of: `Resources/templates/<name>.mustache`.
package enum TemplateName: String, CaseIterable, Sendable {
  case layout
  case hiddenFields = "hidden-fields"
  case signIn = "sign-in"
  case newPasswordFields = "new-password-fields"
  case passwordProblem = "password-problem"
  case choosePassword = "choose-password"
  case continueAs = "continue-as"
  case formPost = "form-post"
  case signOutQuestion = "sign-out-question"
  case signedOut = "signed-out"
  case departed
  case home
  case accountPassword = "account-password"
  case homeSignedOut = "home-signed-out"
  case error

  package var path: String { "Resources/templates/\(rawValue).mustache" }
}
