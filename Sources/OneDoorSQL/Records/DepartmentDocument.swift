import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import OneDoorStore

/// A registration as one JSON document: it is read whole, changed whole and never searched. What guards ask for, version
/// and enabled, has columns of its own and is not in it.
enum DepartmentDocument {
  static func encode(_ department: Department) -> [UInt8] {
    var document: JSONObject = [
      "name": .string(department.name.english),
      "names": .object(
        JSONObject(department.name.others.sorted { $0.key < $1.key }.map { ($0.key, JSON.string($0.value)) })),
      "redirect_uris": .strings(department.redirectURIs),
      "post_logout_redirect_uris": .strings(department.postLogoutRedirectURIs),
      "authentication": .string(department.authentication.rawValue),
      "secret_hashes": .strings(department.secretHashes.map { Base64URL.encode($0) }),
      "keys": .array(department.keys.map(\.json)),
      "id_token_algorithm": .string(department.idTokenAlgorithm.rawValue),
      "access_token_algorithm": .string(department.accessTokenAlgorithm.rawValue),
      "pkce": .string(department.pkce.rawValue),
      "grants": .strings(department.grants.map(\.rawValue).sorted()),
      "scopes": .string(department.scopes.text),
      "id_token_claims": .bool(department.releasesClaimsInIDToken),
      "refresh": .string(department.refresh.rawValue),
      "audience": .string(department.audience),
      "assertion_audience": .string(department.assertionAudience.rawValue),
      "sector": .string(department.sector),
      "subject": .string(department.subjectType.rawValue),
      "may_call": .strings(department.mayCall.map(\.text)),
    ]
    if let algorithm = department.userinfoAlgorithm { document["userinfo_algorithm"] = .string(algorithm.rawValue) }
    return JSON.object(document).serialized()
  }

  static func decode(
    _ bytes: [UInt8], id: DepartmentID, version: Int64, isEnabled: Bool
  ) throws(StoreError) -> Department {
    let members = try DocumentReader(bytes)
    var keys: [JWK] = []
    for key in try members.array("keys") {
      do throws(JWKError) { keys.append(try JWK(json: key)) } catch { throw .corrupt("department.document: keys") }
    }
    let hashes = try members.strings("secret_hashes").map { (text) throws(StoreError) -> [UInt8] in
      guard let hash = Base64URL.decode(text) else { throw .corrupt("department.document: secret_hashes") }
      return hash
    }
    let grants = try members.strings("grants").map { (text) throws(StoreError) -> GrantType in
      guard let grant = GrantType(rawValue: text) else { throw .corrupt("department.document: grants") }
      return grant
    }
    guard let scopes = ScopeSet.parse(try members.string("scopes")) else {
      throw .corrupt("department.document: scopes")
    }
    // Documents from before these members existed lack them.
    let mayCall = try (members.has("may_call") ? members.strings("may_call") : []).map { (text) throws(StoreError) in
      try DepartmentID(stored: text)
    }
    return Department(
      id: id, version: version, isEnabled: isEnabled,
      name: LocalizedName(english: try members.string("name"), others: try members.names("names")),
      redirectURIs: try members.strings("redirect_uris"),
      postLogoutRedirectURIs: try members.strings("post_logout_redirect_uris"),
      authentication: try members.choice("authentication"), secretHashes: hashes, keys: keys,
      idTokenAlgorithm: try members.choice("id_token_algorithm"),
      accessTokenAlgorithm: try members.choice("access_token_algorithm"), pkce: try members.choice("pkce"),
      grants: Set(grants), scopes: scopes, releasesClaimsInIDToken: try members.bool("id_token_claims"),
      refresh: try members.choice("refresh"), audience: try members.string("audience"),
      assertionAudience: try members.choice("assertion_audience"), sector: try members.string("sector"),
      subjectType: members.has("subject") ? try members.choice("subject") : .pairwise,
      userinfoAlgorithm: members.has("userinfo_algorithm") ? try members.choice("userinfo_algorithm") : nil,
      mayCall: mayCall)
  }
}

extension JSON {
  fileprivate static func strings(_ values: [String]) -> JSON { .array(values.map { .string($0) }) }
}
