enum UpkeepStatements {
  static let schemaVersion = SQLStatement("SELECT max(number) FROM migration")
  static let noteMigration = SQLStatement("INSERT INTO migration (number, name) VALUES (?1, ?2)")
  static let beginIncarnation = SQLStatement(
    "INSERT INTO store (id, incarnation) VALUES (1, ?1) ON CONFLICT (id) DO NOTHING")
  static let incarnation = SQLStatement("SELECT incarnation FROM store")
  static let pairwiseCheck = SQLStatement("SELECT pairwise_check FROM store")
  static let bindPairwise = SQLStatement("UPDATE store SET pairwise_check = ?1 WHERE pairwise_check IS NULL")

  static let all = [schemaVersion, noteMigration, beginIncarnation, incarnation, pairwiseCheck, bindPairwise]
}
