import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules

/// One entry under `departments:`.
struct DepartmentReader {
  private static let names = [
    "id", "name", "redirect_uris", "post_logout_redirect_uris", "authentication", "secret", "jwks", "signing", "pkce",
    "grants", "scopes", "id_token_claims", "consent", "refresh", "audience", "assertion_audience",
    "sector", "subject", "may_call",
  ]

  private var fields: MappingReader
  private let environment: [String: String]

  static func read(
    _ node: DocumentNode, environment: [String: String], problems: inout [ConfigurationProblem]
  ) -> DepartmentRegistration? {
    guard let fields = MappingReader(node, subject: "department", label: "id", names: names, problems: &problems) else {
      return nil
    }
    var reader = DepartmentReader(fields: fields, environment: environment)
    let registration = reader.registration()
    problems += reader.fields.problems
    return reader.fields.problems.isEmpty ? registration : nil
  }

  private init(fields: MappingReader, environment: [String: String]) {
    self.fields = fields
    self.environment = environment
  }

  private mutating func registration() -> DepartmentRegistration? {
    let id = fields.required("id", DepartmentWords.id)
    let name = readName()
    let authentication = fields.required("authentication") { text throws(WrongValue) in
      try Choice.read(text, as: ClientAuthenticationMethod.self)
    }
    // Without these three nothing else can be judged, but it is read all the same, so that all is reported at once.
    guard let someID = id ?? DepartmentID("unknown") else { return nil }
    let refresh: RefreshMode = authentication == ClientAuthenticationMethod.none ? .rotate : .steady
    var department = DepartmentRegistration(
      id: someID, name: name ?? LocalizedName(english: ""), authentication: authentication ?? .clientSecretBasic,
      refresh: refresh, audience: someID.text, sector: someID.text)
    readWords(into: &department)
    readURIs(into: &department)
    readProof(into: &department)
    if authentication != nil { add(DepartmentChecks.problems(of: department, fields)) }
    return id != nil && name != nil && authentication != nil ? department : nil
  }

  private mutating func add(_ problems: [(name: String, message: String)]) {
    for problem in problems { fields.problem(at: problem.name, problem.message) }
  }

  private mutating func readName() -> LocalizedName? {
    guard let node = fields.node("name") else {
      fields.problem(at: "name", "name is missing: name: {en: …}")
      return nil
    }
    var found: [ConfigurationProblem] = []
    let name = DepartmentWords.name(node, subject: fields.subject, problems: &found)
    fields.add(found)
    return name
  }

  private mutating func readWords(into department: inout DepartmentRegistration) {
    if let value = choice("pkce", PKCEPolicy.self) { department.pkce = value }
    if let value = choice("refresh", RefreshMode.self) { department.refresh = value }
    if let value = choice("assertion_audience", AssertionAudience.self) { department.assertionAudience = value }
    if let value = fields.one("consent", DepartmentWords.consent) { department.consent = value }
    if let value = fields.one("audience", DepartmentWords.audience) { department.audience = value }
    if let value = fields.one("sector", DepartmentWords.id) { department.sector = value.text }
    if let value = fields.flag("id_token_claims") { department.releasesClaimsInIDToken = value }
    if let value = choice("subject", SubjectIdentifierType.self) { department.subjectType = value }
    if let value = fields.list("may_call", limit: 32, DepartmentWords.id) { department.mayCall = value }
    let grants = fields.list("grants") { text throws(WrongValue) in
      try Choice.read(text, as: GrantType.self)
    }
    if let grants { department.grants = Set(grants) }
    let scopes = fields.list("scopes") { text throws(WrongValue) in
      try Choice.read(text, as: Scope.self)
    }
    if let scopes { department.scopes = ScopeSet(scopes) }
    readSigning(into: &department)
  }

  private mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ type: Value.Type
  ) -> Value? {
    fields.one(name) { text throws(WrongValue) in try Choice.read(text, as: type) }
  }

  private mutating func readSigning(into department: inout DepartmentRegistration) {
    guard let node = fields.node("signing") else { return }
    var found: [ConfigurationProblem] = []
    if var signing = MappingReader(
      node, subject: "\(fields.subject): signing", names: ["id_token", "access_token", "userinfo"], problems: &found)
    {
      func algorithm(_ name: String) -> SignatureAlgorithm? {
        signing.one(name) { text throws(WrongValue) in try Choice.read(text, as: SignatureAlgorithm.self) }
      }
      if let value = algorithm("id_token") { department.idTokenAlgorithm = value }
      if let value = algorithm("access_token") { department.accessTokenAlgorithm = value }
      if let value = algorithm("userinfo") { department.userinfoAlgorithm = value }
      found += signing.problems
    }
    fields.add(found)
  }

  private mutating func readURIs(into department: inout DepartmentRegistration) {
    let isPublic = department.isPublic
    func read(_ name: String) -> [String] {
      fields.list(name, limit: 32) { text throws(WrongValue) in
        try RedirectURIText.check(text, isPublic: isPublic).text
      } ?? []
    }
    department.redirectURIs = read("redirect_uris")
    department.postLogoutRedirectURIs = read("post_logout_redirect_uris")
  }

  private mutating func readProof(into department: inout DepartmentRegistration) {
    let environment = environment
    department.secret = fields.one("secret") { text throws(WrongValue) in
      let reference = try SecretReference(text)
      if case .literal = reference {
        throw WrongValue("must not stand in the file: write env:NAME or file:PATH, or leave it out to get one")
      }
      return try DepartmentSecret.check(try reference.resolve(environment: environment))
    }
    guard let node = fields.node("jwks") else { return }
    do throws(WrongValue) {
      department.jwks = try JWKSetText.read(node)
    } catch {
      fields.problem(node.place, "\(fields.subject): jwks \(error.message)")
    }
  }
}
