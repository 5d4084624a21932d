// "You last signed in on …" speaks of the sign-in before this one, so that the time that stood is kept beside the new one.
// Nothing is known of it in a store from before: the line appears with the second sign-in after.
//
// The one row of `nobody` counts the guesses at names that nobody has, so that such an answer has cost the same write.

extension Migration {
  static let theTimeBefore = Migration(
    number: 2, name: "The time before",
    sqlite: """
      ALTER TABLE credential ADD COLUMN previous_sign_in INTEGER;
      CREATE TABLE nobody (
        id INTEGER PRIMARY KEY CHECK (id = 1), strangers INTEGER NOT NULL, known_devices INTEGER NOT NULL,
        last_failure INTEGER
      ) STRICT;
      INSERT INTO nobody (id, strangers, known_devices) VALUES (1, 0, 0);
      """)
}
