package import OneDoorMessages

/// The departments at which a department may use a token of its own (RFC 8707), as its registration's `may_call` says.
///
/// One resource a token, and so one `resource` a request: a token good at two departments could be taken by one of them to
/// the other (RFC 9700 §2.3). Who calls several asks once for each, with the same refresh token.
package struct CallableResources: Sendable, Equatable {
  package enum Choice: Sendable, Equatable {
    /// The department's own audience.
    case own
    case other(Department)
    case notAllowed
  }

  private let department: Department
  private let others: [Department]

  /// `others`: the enabled departments of `may_call`.
  package init(of department: Department, others: [Department]) {
    self.department = department
    self.others = others
  }

  /// RFC 8707 §2: by the audience that tokens for it carry, or by its `client_id`.
  package func choose(_ name: String) -> Choice {
    func isNamed(_ department: Department) -> Bool {
      [department.audience, department.id.text].contains { $0.utf8.elementsEqual(name.utf8) }
    }
    if isNamed(department) { return .own }
    return others.first(where: isNamed).map(Choice.other) ?? .notAllowed
  }

  /// The choice at a token endpoint: what the request names, within what the code was asked for with.
  package func choose(_ name: String?, coded tag: ResourceTag?) throws(TokenRefusal) -> Department? {
    guard let tag else {
      switch name.map(choose) {
      case nil, .own: return nil
      case .other(let resource): return resource
      case .notAllowed: throw .resourceNotAllowed
      }
    }
    guard let coded = others.first(where: { ResourceTag(of: $0.id) == tag }) else { throw .resourceNotAllowed }
    if let name, choose(name) != .other(coded) { throw .resourceNotAllowed }
    return coded
  }
}

extension ScopeSet {
  /// What a token for another department says of its grant: which facts about the person the caller may see. `openid`
  /// stays behind, since such a token must not read userinfo.
  package func sensible(at resource: Department) -> ScopeSet {
    intersection(resource.scopes).intersection([.profile, .phone, .email])
  }
}
