extension Migration {
  static let claimsByName = Migration(
    number: 5, name: "Claims by name",
    sqlite: "ALTER TABLE participation ADD COLUMN claims INTEGER NOT NULL DEFAULT 0;")
}
