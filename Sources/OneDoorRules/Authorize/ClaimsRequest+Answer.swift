import OneDoorJOSE
package import OneDoorMessages

extension ClaimsRequest {
  /// OpenID Connect Core §5.5: what was asked for by name and may be released. Never more than the department registered
  /// for, whatever it asks; and a claim that was asked for with a value only where it has that value, so that a department
  /// that wants to know one thing learns no other.
  package func answer(about person: Person, to department: Department) -> NamedClaims {
    NamedClaims(
      idToken: idToken.answer(about: person, to: department), userinfo: userinfo.answer(about: person, to: department))
  }

  /// §5.5.1: the answer must be about the subject with this `sub`, or be an error.
  package func allows(subject: String) -> Bool {
    [idToken.subject, userinfo.subject].allSatisfy { wish in
      guard let wish, !wish.values.isEmpty else { return true }
      return wish.values.contains(.string(subject))
    }
  }
}

extension ClaimsRequest.Place {
  fileprivate func answer(about person: Person, to department: Department) -> ClaimSet {
    let known = ProfileClaims(of: person, claims: ClaimSet(releasedBy: department.scopes))
    return ClaimSet(
      released.lazy.filter { claim, wish in
        guard let value = known[claim] else { return false }
        return wish.values.isEmpty || wish.values.contains(value)
      }.map(\.key))
  }
}
