/// One step of the schema. Steps are only ever added; a step that was released is never edited.
package struct Migration: Sendable {
  package let number: Int64
  package let name: String
  package let sqlite: String

  static let all: [Migration] = [.theDoorOpens, .theTimeBefore, .theDeparture, .theGivenPassword, .claimsByName]
}
