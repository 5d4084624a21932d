/// What a department's request to sign out leads to.
package enum SignOutDecision: Sendable, Equatable {
  /// The session ends everywhere, without a question. `isOurs`: it is the session of this browser, whose cookie goes too.
  case end(SessionID, isOurs: Bool)
  case ask(SessionFacts)
  /// There is nothing to end.
  case done
}

/// What an id_token_hint that is ours says about the browser it came from.
package struct SignOutHintFacts: Sendable, Equatable {
  /// The session that the hint's `sid` names; nil where it has ended.
  package let session: SessionID?
  /// The hint's `sub` is that of the person who is signed in here.
  package let isAboutPerson: Bool

  package init(session: SessionID?, isAboutPerson: Bool) {
    self.session = session
    self.isAboutPerson = isAboutPerson
  }
}

extension SignOutDecision {
  /// OpenID Connect RP-Initiated Logout §2: a hint about this browser's session or person is as good as an answer to the
  /// question, without a hint the question must be asked, and a hint about anybody else is declined.
  package static func decide(current: SessionFacts?, hint: SignOutHintFacts?) throws(PageRefusal) -> SignOutDecision {
    switch (current, hint) {
    case (nil, nil): return .done
    case (let current?, nil): return .ask(current)
    case (nil, let hint?):
      // The hint may be a stranger's own, posted from their page: it ends their session, and takes no cookie away here.
      return hint.session.map { .end($0, isOurs: false) } ?? .done
    case (let current?, let hint?):
      try require(
        hint.session == current.session.id || hint.isAboutPerson, or: PageRefusal.hintOfAnotherPerson)
      return .end(current.session.id, isOurs: true)
    }
  }
}

/// The choice that the question offers besides signing out everywhere: one department only, where it has joined the
/// session and is not the only one. With a single department there is one answer.
package enum DepartureChoice {
  package static func isOffered(_ department: DepartmentID?, among participations: [Participation]) -> Bool {
    guard let department else { return false }
    return participations.contains { $0.department == department }
      && participations.contains { $0.department != department }
  }
}
