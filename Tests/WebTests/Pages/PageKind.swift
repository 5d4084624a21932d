import OneDoorWeb

/// The pages there are, without what stands on them. A new case of `Page` does not compile here until it is given one,
/// and `SamplePages` must then show it: every test over all pages tests it too.
enum PageKind: String, CaseIterable {
  case signIn
  case choosePassword
  case continueAs
  case formPost
  case signOutQuestion
  case signedOut
  case departed
  case home
  case accountPassword
  case homeSignedOut
  case error

  init(_ page: Page) {
    switch page {
    case .signIn: self = .signIn
    case .choosePassword: self = .choosePassword
    case .continueAs: self = .continueAs
    case .formPost: self = .formPost
    case .signOutQuestion: self = .signOutQuestion
    case .signedOut: self = .signedOut
    case .departed: self = .departed
    case .home: self = .home
    case .accountPassword: self = .accountPassword
    case .homeSignedOut: self = .homeSignedOut
    case .error: self = .error
    }
  }
}
