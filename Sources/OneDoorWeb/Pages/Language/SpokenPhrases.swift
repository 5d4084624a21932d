/// The keys that Swift chooses while it renders. All others stand in the templates; a key in neither place is unused.
package enum SpokenPhrases {
  static let plural = [
    "problem.tooManyAttempts", "problem.tooShort", "problem.tooLong", "error.unavailable.remedySeconds",
    "error.unavailable.remedyMinutes",
  ]

  static let single: [String] =
    [
      "problem.mismatch", "problem.usernameMissing", "problem.passwordMissing", "problem.busy",
      "problem.journeyExpired", "problem.currentMissing", "problem.currentWrong", "problem.newMissing",
      "problem.different", "problem.common", "problem.predictable", "problem.repetitive", "problem.containsName",
      "problem.unchanged", "time.stamp", "time.zone",
    ] + (1...12).map { "month.\($0)" } + (1...7).map { "weekday.\($0)" }
    + ErrorKind.names.flatMap { ["error.\($0).heading", "error.\($0).happened"] }
    + ErrorKind.names.filter { $0 != "unavailable" }.map { "error.\($0).remedy" }

  package static func keys(_ rule: PluralRule) -> [String] {
    single + plural.flatMap { key in rule.categories.map { "\(key).\($0.rawValue)" } }
  }
}
