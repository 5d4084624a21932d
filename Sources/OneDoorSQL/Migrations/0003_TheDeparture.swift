// A person who signed out of one department only is asked before that department is joined again. The row goes with the
// session or with the return; there is at most one for each department that the session had joined.

extension Migration {
  static let theDeparture = Migration(
    number: 3, name: "The departure",
    sqlite: """
      CREATE TABLE departure (
        id INTEGER PRIMARY KEY, session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        department INTEGER NOT NULL REFERENCES department (number), UNIQUE (session, department)
      ) STRICT;
      """)
}
