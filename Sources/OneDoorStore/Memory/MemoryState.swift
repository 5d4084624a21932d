import OneDoorMessages
import OneDoorRules

/// Everything that a `MemoryStore` holds, as one value. Each verb is a mutating function in the file of its aggregate;
/// guards come first, so that one that throws has changed nothing.
struct MemoryState {
  /// A row and the epoch at which it came: a cut-off ends everything born under an earlier one.
  struct Born<Row: Sendable>: Sendable {
    var row: Row
    let epoch: Int64
  }

  let incarnation: String
  var pairwiseCheck: [UInt8]?
  var refusal: String?

  var departments: [DepartmentID: Department] = [:]
  var persons: [PersonID: Person] = [:]
  var credentials: [PersonID: PasswordCredential] = [:]
  var sessions: [SessionID: Born<SSOSession>] = [:]
  var participations: [ParticipationID: Born<Participation>] = [:]
  var families: [FamilyID: GrantFamily] = [:]
  /// Families in the order they came.
  var familyOrder: [FamilyID] = []
  /// The departments that the person of a session signed out of, and of them only.
  var departures: [SessionID: Set<DepartmentID>] = [:]
  var codes: [CodeID: UnixTime] = [:]
  var assertions: [[UInt8]: UnixTime] = [:]

  var epoch: Int64 = 0
  var ended: [EndedEntry] = []
  var cutOffs: [CutOffEntry] = []
  /// Until when each event is kept.
  var events: [Int64: UnixTime] = [:]

  var lastPerson: Int64 = 0
  var lastSession: Int64 = 0
  var lastParticipation: Int64 = 0

  init(incarnation: String) { self.incarnation = incarnation }

  // What is live: there, and not under a cut-off. Time-outs are asked for where a unit of work knows the time.

  func isCut(_ session: Born<SSOSession>) -> Bool {
    cutOffs.contains { $0.department == nil && $0.epoch > session.epoch }
  }

  func isCut(_ participation: Born<Participation>) -> Bool {
    cutOffs.contains {
      $0.epoch > participation.epoch && ($0.department == nil || $0.department == participation.row.department)
    }
  }

  func liveSession(_ id: SessionID) -> SSOSession? {
    guard let session = sessions[id], !isCut(session) else { return nil }
    return session.row
  }

  func liveParticipation(_ handle: ParticipationHandle) -> Participation? {
    participations.values.first { $0.row.handle == handle && !isCut($0) }?.row
  }

  func liveParticipations(of session: SessionID) -> [Participation] {
    participations.values.filter { $0.row.sessionID == session && !isCut($0) }.map(\.row)
      .sorted { $0.id.number < $1.id.number }
  }

  func facts(_ participation: Participation) -> ParticipationFacts? {
    guard let session = liveSession(participation.sessionID), let person = persons[session.personID] else { return nil }
    return ParticipationFacts(participation: participation, session: session, person: person)
  }

  /// The guard of a unit of work that acts for a person at a department.
  func requireLive(_ person: Person, _ department: Department) throws(StoreError) {
    guard let storedPerson = persons[person.id], storedPerson.isEnabled, storedPerson.version == person.version,
      let storedDepartment = departments[department.id], storedDepartment.isEnabled,
      storedDepartment.version == department.version
    else { throw .stale }
  }

  mutating func noteActivity(of session: SessionID, at now: UnixTime) {
    guard let last = sessions[session]?.row.lastActive, last < now else { return }
    sessions[session]?.row.lastActive = now
  }
}
