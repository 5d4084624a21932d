import Synchronization

/// A statement as text with `?1`, `?2`, …, prepared once on each connection that runs it.
///
/// It carries a number so that a connection finds its prepared form in an array: hashing the text would cost as much as
/// a third of a look-up.
package struct SQLStatement: Sendable {
  package let number: Int
  package let text: String

  private static let drawn = Atomic<Int>(0)

  package init(_ text: String) {
    number = SQLStatement.drawn.wrappingAdd(1, ordering: .relaxed).oldValue
    self.text = text
  }

  /// Every statement there is: a driver prepares all of them at start, so that none is found wrong under load.
  package static let all: [SQLStatement] =
    UpkeepStatements.all + DepartmentStatements.all + PersonStatements.all + CredentialStatements.all
    + SessionStatements.all + SummaryStatements.all + ParticipationStatements.all + CodeStatements.all
    + DepartureStatements.all + FamilyStatements.all + RevocationStatements.all + EndStatements.all
    + SweepStatements.all
}
