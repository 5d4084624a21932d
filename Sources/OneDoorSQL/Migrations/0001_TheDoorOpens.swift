// Tables with row numbers and a unique index on each random handle: half the cost of tables keyed by the handle itself
// (DESIGN.md §5). No index serves expiry alone, since each would be paid for by every login; the sweep reads through
// the tables instead, on a connection of its own.
//
// Row numbers of persons, sessions and participations are never used again (AUTOINCREMENT): what is still around of an
// ended session must not come to mean another. `born` is the epoch at which a row came; a cut-off ends what was born
// under an earlier one, in the order of commits, whatever the clocks say.

extension Migration {
  static let theDoorOpens = Migration(
    number: 1, name: "The door opens",
    sqlite: """
      CREATE TABLE store (
        id INTEGER PRIMARY KEY CHECK (id = 1), incarnation TEXT NOT NULL, pairwise_check BLOB
      ) STRICT;
      CREATE TABLE counter (id INTEGER PRIMARY KEY CHECK (id = 1), epoch INTEGER NOT NULL) STRICT;
      INSERT INTO counter (id, epoch) VALUES (1, 0);

      CREATE TABLE department (
        number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL,
        enabled INTEGER NOT NULL, document BLOB NOT NULL
      ) STRICT;

      CREATE TABLE person (
        id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, enabled INTEGER NOT NULL,
        login_index BLOB NOT NULL UNIQUE, phone_index BLOB UNIQUE, record BLOB NOT NULL
      ) STRICT;
      CREATE TABLE credential (
        person INTEGER PRIMARY KEY REFERENCES person (id), hash BLOB, generation INTEGER NOT NULL,
        strangers INTEGER NOT NULL, known_devices INTEGER NOT NULL, last_failure INTEGER, last_sign_in INTEGER
      ) STRICT;

      CREATE TABLE session (
        id INTEGER PRIMARY KEY AUTOINCREMENT, hash BLOB NOT NULL UNIQUE,
        person INTEGER NOT NULL REFERENCES person (id),
        auth_time INTEGER NOT NULL, acr INTEGER NOT NULL, amr INTEGER NOT NULL, created_at INTEGER NOT NULL,
        last_active INTEGER NOT NULL, expires_at INTEGER NOT NULL, born INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX session_person ON session (person);

      CREATE TABLE participation (
        id INTEGER PRIMARY KEY AUTOINCREMENT, handle BLOB NOT NULL UNIQUE,
        session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        department INTEGER NOT NULL REFERENCES department (number),
        subject_kind INTEGER NOT NULL, subject INTEGER NOT NULL, scopes INTEGER NOT NULL, created_at INTEGER NOT NULL,
        born INTEGER NOT NULL, UNIQUE (session, department, subject_kind, subject)
      ) STRICT;

      CREATE TABLE family (
        id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE,
        participation INTEGER NOT NULL REFERENCES participation (id) ON DELETE CASCADE,
        mode INTEGER NOT NULL, counter INTEGER NOT NULL, rotated_at INTEGER NOT NULL, last_active INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX family_participation ON family (participation);

      CREATE TABLE code (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, until INTEGER NOT NULL) STRICT;
      CREATE TABLE assertion (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, until INTEGER NOT NULL) STRICT;

      CREATE TABLE event (
        epoch INTEGER PRIMARY KEY, cause TEXT NOT NULL, reason BLOB, at INTEGER NOT NULL, until INTEGER NOT NULL
      ) STRICT;
      -- The id is epoch * 4096 + place in the event, so that the log is read in order without an index.
      CREATE TABLE ended (
        id INTEGER PRIMARY KEY, department INTEGER NOT NULL REFERENCES department (number), kind INTEGER NOT NULL,
        handle BLOB NOT NULL, until INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX ended_token ON ended (handle, department) WHERE kind = 2;
      CREATE TABLE cut_off (
        epoch INTEGER PRIMARY KEY, department INTEGER REFERENCES department (number),
        issued_before INTEGER NOT NULL, until INTEGER NOT NULL
      ) STRICT;
      """)
}
