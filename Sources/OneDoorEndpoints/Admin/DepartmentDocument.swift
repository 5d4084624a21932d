import OneDoorCrypto
package import OneDoorJOSE
import OneDoorMessages
package import OneDoorRules

/// A department as JSON, with the words of the registration file: what `department show` prints, what `apply` sends, and
/// what two registrations are compared by.
package enum DepartmentDocument {
  /// What a registration says, and nothing of what became of it.
  package static func registration(_ department: Department) -> JSONObject {
    var names: JSONObject = ["en": .string(department.name.english)]
    for (tag, name) in department.name.others.sorted(by: { $0.key < $1.key }) { names[tag] = .string(name) }
    let keys = department.keys.sorted { $0.thumbprint < $1.thumbprint }
    var signing: JSONObject = [
      "id_token": .string(department.idTokenAlgorithm.rawValue),
      "access_token": .string(department.accessTokenAlgorithm.rawValue),
    ]
    if let algorithm = department.userinfoAlgorithm { signing["userinfo"] = .string(algorithm.rawValue) }
    return [
      "id": .string(department.id.text),
      "name": .object(names),
      "redirect_uris": strings(department.redirectURIs),
      "post_logout_redirect_uris": strings(department.postLogoutRedirectURIs),
      "authentication": .string(department.authentication.rawValue),
      "jwks": ["keys": .array(keys.map(\.json))],
      "signing": .object(signing),
      "pkce": .string(department.pkce.rawValue),
      "grants": strings(department.grants.map(\.rawValue).sorted()),
      "scopes": strings(department.scopes.scopes.map(\.rawValue)),
      "id_token_claims": .bool(department.releasesClaimsInIDToken),
      "refresh": .string(department.refresh.rawValue),
      "audience": .string(department.audience),
      "assertion_audience": .string(department.assertionAudience.rawValue),
      "sector": .string(department.sector),
      "subject": .string(department.subjectType.rawValue),
      "may_call": strings(department.mayCall.map(\.text)),
    ]
  }

  /// The registration with what became of it.
  package static func whole(_ department: Department) -> JSONObject {
    var object = registration(department)
    object["enabled"] = .bool(department.isEnabled)
    object["secrets"] = .integer(Int64(department.secretHashes.count))
    object["weak"] = .bool(department.pkce.isWeak)
    object["version"] = .integer(department.version)
    return object
  }

  static func read(_ arguments: AdminArguments) throws -> Department {
    let id = try arguments.departmentID("id")
    let names = try arguments.object("name")
    guard let english = try names?.optionalString("en") else {
      throw AdminRefusal.malformed("department \(id) has no English name")
    }
    var others: [String: String] = [:]
    for member in names?.members ?? [] where member.name != "en" { others[member.name] = member.value.string }
    guard let authentication = try arguments.choice("authentication", ClientAuthenticationMethod.self) else {
      throw AdminRefusal.malformed("department \(id) has no authentication")
    }
    let signing = try arguments.object("signing")
    return Department(
      id: id, name: LocalizedName(english: english, others: others),
      redirectURIs: try arguments.strings("redirect_uris"),
      postLogoutRedirectURIs: try arguments.strings("post_logout_redirect_uris"),
      authentication: authentication, keys: try keys(arguments),
      idTokenAlgorithm: try signing?.choice("id_token", SignatureAlgorithm.self) ?? .RS256,
      accessTokenAlgorithm: try signing?.choice("access_token", SignatureAlgorithm.self) ?? .ES256,
      pkce: try arguments.choice("pkce", PKCEPolicy.self) ?? .required,
      grants: Set(try arguments.choices("grants", GrantType.self)),
      scopes: ScopeSet(try arguments.choices("scopes", Scope.self)),
      releasesClaimsInIDToken: try arguments.flag("id_token_claims"),
      refresh: try arguments.choice("refresh", RefreshMode.self),
      audience: try arguments.optionalString("audience"),
      assertionAudience: try arguments.choice("assertion_audience", AssertionAudience.self) ?? .issuer,
      sector: try sector(arguments),
      subjectType: try arguments.choice("subject", SubjectIdentifierType.self) ?? .pairwise,
      userinfoAlgorithm: try signing?.choice("userinfo", SignatureAlgorithm.self),
      mayCall: try arguments.strings("may_call").map { text in
        guard let called = DepartmentID(text) else { throw AdminRefusal.malformed("\(text) is no department's id") }
        return called
      })
  }

  /// Text like an id, since a department's own id is its sector where none is given.
  private static func sector(_ arguments: AdminArguments) throws -> String? {
    guard let text = try arguments.optionalString("sector") else { return nil }
    guard let sector = DepartmentID(text) else { throw AdminRefusal.malformed("\(text) is no sector") }
    return sector.text
  }

  private static func keys(_ arguments: AdminArguments) throws -> [JWK] {
    guard let set = try arguments.object("jwks") else { return [] }
    do throws(JWKError) {
      return try JWKSet.parse(["keys": .array((try? set.items("keys")) ?? [])])
    } catch {
      throw AdminRefusal.malformed("\(error)")
    }
  }

  static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
}

extension Department {
  var usesSecret: Bool { authentication == .clientSecretBasic || authentication == .clientSecretPost }
}
