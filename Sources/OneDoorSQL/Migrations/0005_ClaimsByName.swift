// What the `claims` parameter asked for by name, as two sets of bits in one number: a code lives a minute, and userinfo is
// asked for as long as the participation lives. Nothing by name is 0.

extension Migration {
  static let claimsByName = Migration(
    number: 5, name: "Claims by name",
    sqlite: "ALTER TABLE participation ADD COLUMN claims INTEGER NOT NULL DEFAULT 0;")
}
