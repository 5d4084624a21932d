import OneDoorWeb

/// The pages there are, without what stands on them. A new case of `Page` does not compile here until it is given one,
/// and `SamplePages` must then show it: every test over all pages tests it too.
enum PageKind: String, CaseIterable {
  case signIn
  case continueAs
  case signOutQuestion
  case signedOut
  case home
  case homeSignedOut
  case error

  init(_ page: Page) {
    switch page {
    case .signIn: self = .signIn
    case .continueAs: self = .continueAs
    case .signOutQuestion: self = .signOutQuestion
    case .signedOut: self = .signedOut
    case .home: self = .home
    case .homeSignedOut: self = .homeSignedOut
    case .error: self = .error
    }
  }
}
