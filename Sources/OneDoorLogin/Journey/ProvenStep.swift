package import OneDoorRules

/// That somebody has proven who they are, at a step of a journey before there is a session: it holds a few minutes, and only
/// while the person is the one of that version (DESIGN.md §4).
package struct ProvenStep: Sendable, Equatable {
  package static let life: Seconds = .minutes(5)

  package let person: PersonID
  package let version: Int64
  package let at: UnixTime

  package init(person: PersonID, version: Int64, at: UnixTime) {
    self.person = person
    self.version = version
    self.at = at
  }

  package func holds(at now: UnixTime) -> Bool { at <= now + Policy.clockSkew && now < at + ProvenStep.life }
}
