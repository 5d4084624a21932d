import OneDoorMessages
import OneDoorRules
import OneDoorStore

/// Every verb of the store, through the gate.
extension FailingStore: Store {
  func departments() async throws(StoreError) -> [Department] {
    try pass()
    return try await inner.departments()
  }

  func department(_ id: DepartmentID) async throws(StoreError) -> Department? {
    try pass()
    return try await inner.department(id)
  }

  func add(_ department: Department) async throws(StoreError) {
    try pass()
    return try await inner.add(department)
  }

  func update(_ department: Department) async throws(StoreError) -> Department {
    try pass()
    return try await inner.update(department)
  }

  func setEnabled(_ id: DepartmentID, _ isEnabled: Bool, end: EndOrder?) async throws(StoreError) {
    try pass()
    return try await inner.setEnabled(id, isEnabled, end: end)
  }

  func person(_ id: PersonID) async throws(StoreError) -> Person? {
    try pass()
    return try await inner.person(id)
  }

  func person(login: String) async throws(StoreError) -> Person? {
    try pass()
    return try await inner.person(login: login)
  }

  func person(phone: String) async throws(StoreError) -> Person? {
    try pass()
    return try await inner.person(phone: phone)
  }

  func persons(after: PersonID?, limit: Int) async throws(StoreError) -> [Person] {
    try pass()
    return try await inner.persons(after: after, limit: limit)
  }

  func add(_ person: NewPerson, at now: UnixTime) async throws(StoreError) -> PersonID {
    try pass()
    return try await inner.add(person, at: now)
  }

  func update(_ person: Person) async throws(StoreError) {
    try pass()
    return try await inner.update(person)
  }

  func setEnabled(_ person: Person, _ isEnabled: Bool, end: EndOrder?) async throws(StoreError) {
    try pass()
    return try await inner.setEnabled(person, isEnabled, end: end)
  }

  func signInFacts(name: String) async throws(StoreError) -> SignInFacts? {
    try pass()
    return try await inner.signInFacts(name: name)
  }

  func signInFacts(_ id: PersonID) async throws(StoreError) -> SignInFacts? {
    try pass()
    return try await inner.signInFacts(id)
  }

  func setPassword(_ person: Person, hash: String, mustChange: Bool, end: EndOrder) async throws(StoreError) {
    try await passGuarded()
    return try await inner.setPassword(person, hash: hash, mustChange: mustChange, end: end)
  }

  func changePassword(
    _ facts: SessionFacts, hash: String, cookie: SessionHash, at now: UnixTime, end: EndOrder
  ) async throws(StoreError) {
    try await passGuarded()
    return try await inner.changePassword(facts, hash: hash, cookie: cookie, at: now, end: end)
  }

  func rehash(_ credential: PasswordCredential, as hash: String) async throws(StoreError) {
    try pass()
    return try await inner.rehash(credential, as: hash)
  }

  func recordFailure(_ id: PersonID?, lane: GuessLane, at now: UnixTime) async throws(StoreError) {
    try pass()
    return try await inner.recordFailure(id, lane: lane, at: now)
  }

  func clearFailures(_ id: PersonID) async throws(StoreError) {
    try pass()
    return try await inner.clearFailures(id)
  }

  func session(_ hash: SessionHash) async throws(StoreError) -> SessionFacts? {
    try pass()
    return try await inner.session(hash)
  }

  func signIn(_ new: NewSession, facts: SignInFacts, replacing: SSOSession?, end: EndOrder?) async throws(StoreError)
    -> SSOSession
  {
    try await passGuarded()
    return try await inner.signIn(new, facts: facts, replacing: replacing, end: end)
  }

  func touch(_ id: SessionID, at now: UnixTime) async throws(StoreError) {
    try pass()
    return try await inner.touch(id, at: now)
  }

  func sessions(_ filter: SessionFilter, at now: UnixTime, idle: Seconds) async throws(StoreError) -> [SessionSummary] {
    try pass()
    return try await inner.sessions(filter, at: now, idle: idle)
  }

  func participate(
    _ facts: SessionFacts, department: Department, subject: Subject, scopes: ScopeSet, namedClaims: NamedClaims,
    handle: ParticipationHandle, at now: UnixTime
  ) async throws(StoreError) -> Participation {
    try await passGuarded()
    return try await inner.participate(
      facts, department: department, subject: subject, scopes: scopes, namedClaims: namedClaims, handle: handle,
      at: now)
  }

  func participation(_ handle: ParticipationHandle) async throws(StoreError) -> ParticipationFacts? {
    try pass()
    return try await inner.participation(handle)
  }

  func participations(of session: SessionID) async throws(StoreError) -> [Participation] {
    try pass()
    return try await inner.participations(of: session)
  }

  func hasLeft(_ department: DepartmentID, in session: SessionID) async throws(StoreError) -> Bool {
    try pass()
    return try await inner.hasLeft(department, in: session)
  }

  func redeem(
    _ code: CodeID, of handle: ParticipationHandle, by department: Department, family: NewFamily?, until: UnixTime,
    at now: UnixTime, reuse: EndOrder
  ) async throws(StoreError) -> Redemption {
    try await passGuarded()
    return try await inner.redeem(code, of: handle, by: department, family: family, until: until, at: now, reuse: reuse)
  }

  func burn(_ code: CodeID, until: UnixTime, reuse: EndOrder) async throws(StoreError) {
    try pass()
    return try await inner.burn(code, until: until, reuse: reuse)
  }

  func family(_ id: FamilyID) async throws(StoreError) -> FamilyFacts? {
    try pass()
    return try await inner.family(id)
  }

  func rotate(_ facts: FamilyFacts, department: Department, at now: UnixTime) async throws(StoreError) {
    try await passGuarded()
    return try await inner.rotate(facts, department: department, at: now)
  }

  func touch(_ facts: FamilyFacts, department: Department, at now: UnixTime) async throws(StoreError) {
    try await passGuarded()
    return try await inner.touch(facts, department: department, at: now)
  }

  func remember(assertion key: [UInt8], until: UnixTime) async throws(StoreError) -> Bool {
    try pass()
    return try await inner.remember(assertion: key, until: until)
  }

  func end(_ order: EndOrder) async throws(StoreError) -> EndOutcome {
    try pass()
    return try await inner.end(order)
  }

  func preview(_ scope: EndScope, at now: UnixTime) async throws(StoreError) -> [SessionSummary] {
    try pass()
    return try await inner.preview(scope, at: now)
  }

  func epoch() async throws(StoreError) -> Int64 {
    try pass()
    return try await inner.epoch()
  }

  func log(after epoch: Int64, limit: Int) async throws(StoreError) -> RevocationLog {
    try pass()
    return try await inner.log(after: epoch, limit: limit)
  }

  func isRevoked(jti: String, department: DepartmentID) async throws(StoreError) -> Bool {
    try pass()
    return try await inner.isRevoked(jti: jti, department: department)
  }

  func incarnation() async throws(StoreError) -> String {
    try pass()
    return try await inner.incarnation()
  }

  func bind(pairwiseCheck: [UInt8]) async throws(StoreError) -> Bool {
    try pass()
    return try await inner.bind(pairwiseCheck: pairwiseCheck)
  }

  func sweep(at now: UnixTime, idle: Seconds, limit: Int) async throws(StoreError) -> Int {
    try pass()
    return try await inner.sweep(at: now, idle: idle, limit: limit)
  }
}
