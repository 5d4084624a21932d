// "You last signed in on …" speaks of the sign-in before this one, so that the time that stood is kept beside the new one.
// Nothing is known of it in a store from before: the line appears with the second sign-in after.

extension Migration {
  static let theTimeBefore = Migration(
    number: 2, name: "The time before",
    sqlite: """
      ALTER TABLE credential ADD COLUMN previous_sign_in INTEGER;
      """)
}
