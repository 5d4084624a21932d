// A password that an administrator set is known to two people: it is marked, and its right use leads to choosing another.
// Those in a store from before are not marked: nothing is known of who set them.

extension Migration {
  static let theGivenPassword = Migration(
    number: 4, name: "The given password",
    sqlite: """
      ALTER TABLE credential ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;
      """)
}
