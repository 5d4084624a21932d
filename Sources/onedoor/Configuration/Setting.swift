/// One row of the table of settings: everything that is known about one key.
package struct Setting: Sendable {
  /// As in the file, joined with dots: `sessions.idle`.
  package let key: String
  /// What a value looks like, with its range, for people.
  package let form: String
  package let isList: Bool
  package let fallback: Fallback
  /// What the reference shows where there is no default.
  package let example: String?
  /// What takes it up on SIGHUP. Nil: it holds until the next start.
  package let reloads: ReloadedPart?
  package let help: String
  /// Reads the texts into the configuration, or says what is wrong with each.
  let assign: @Sendable ([StatedText], inout Configuration, inout [ConfigurationProblem]) -> Void
  /// Puts the running value back, for a setting that does not reload.
  let copy: @Sendable (Configuration, inout Configuration) -> Void
  let equal: @Sendable (Configuration, Configuration) -> Bool

  /// Whether two configurations have the same value here.
  package func isEqual(_ left: Configuration, _ right: Configuration) -> Bool { equal(left, right) }

  package enum Fallback: Sendable, Equatable {
    case required
    case text(String)
    /// One for each processor core.
    case cores
    /// The thing is off, or the list empty.
    case off
  }

  /// `sessions.idle` is `ONEDOOR_SESSIONS_IDLE`.
  package var variable: String { Setting.prefix + key.replacing(".", with: "_").uppercased() }
  package static let prefix = "ONEDOOR_"
}

/// What of a running server a reload replaces. `Reloading` switches over it without a default, so that no setting can be
/// called reloadable and be forgotten there.
package enum ReloadedPart: Sendable, CaseIterable { case policy, trustedProxies, certificate, keyRotation, logLevel }

/// A value's text and where it was written.
package struct StatedText: Sendable, Hashable {
  package let text: String
  package let place: Place

  package init(_ text: String, _ place: Place) {
    self.text = text
    self.place = place
  }
}

/// How a value is read, and what its form is called.
struct ValueForm<Value: Sendable & Equatable>: Sendable {
  let name: String
  let read: @Sendable (String) throws(WrongValue) -> Value
}

extension Setting {
  typealias Field<Value> = any WritableKeyPath<Configuration, Value> & Sendable

  /// A setting that has one value.
  static func one<Value: Sendable & Equatable>(
    _ key: String, _ form: ValueForm<Value>, _ fallback: Fallback, into field: Field<Value>,
    reloads: ReloadedPart? = nil, help: String
  ) -> Setting {
    row(key, form.name, fallback, field, example: nil, isList: false, reloads: reloads, help: help) {
      texts, configuration, problems in
      for stated in texts {
        read(stated, form, key, &problems) { value, _ in configuration[keyPath: field] = value }
      }
    }
  }

  /// A setting that may be off.
  static func optional<Value: Sendable & Equatable>(
    _ key: String, _ form: ValueForm<Value>, example: String, into field: Field<Value?>, reloads: ReloadedPart? = nil,
    help: String
  ) -> Setting {
    row(key, form.name, .off, field, example: example, isList: false, reloads: reloads, help: help) {
      texts, configuration, problems in
      configuration[keyPath: field] = nil
      for stated in texts {
        read(stated, form, key, &problems) { value, _ in configuration[keyPath: field] = value }
      }
    }
  }

  /// A setting with any number of values; one text may stand for several (`localhost`).
  static func list<Value: Sendable & Hashable>(
    _ key: String, _ form: ValueForm<[Value]>, _ fallback: Fallback, example: String? = nil,
    into field: Field<[Value]>, reloads: ReloadedPart? = nil, help: String
  ) -> Setting {
    row(key, form.name, fallback, field, example: example, isList: true, reloads: reloads, help: help) {
      texts, configuration, problems in
      var values: [Value] = []
      for stated in texts {
        read(stated, form, key, &problems) { new, problems in
          if new.contains(where: values.contains) {
            problems.append(ConfigurationProblem(stated.place, "\(key): \(stated.text) is listed twice"))
          }
          values += new
        }
      }
      configuration[keyPath: field] = values
    }
  }

  private static func row<Value: Sendable & Equatable>(
    _ key: String, _ form: String, _ fallback: Fallback, _ field: Field<Value>, example: String?, isList: Bool,
    reloads: ReloadedPart?, help: String,
    assign: @escaping @Sendable ([StatedText], inout Configuration, inout [ConfigurationProblem]) -> Void
  ) -> Setting {
    Setting(
      key: key, form: form, isList: isList, fallback: fallback, example: example, reloads: reloads, help: help,
      assign: assign, copy: { from, to in to[keyPath: field] = from[keyPath: field] },
      equal: { $0[keyPath: field] == $1[keyPath: field] })
  }

  private static func read<Value>(
    _ stated: StatedText, _ form: ValueForm<Value>, _ key: String, _ problems: inout [ConfigurationProblem],
    take: (Value, inout [ConfigurationProblem]) -> Void
  ) {
    do throws(WrongValue) {
      take(try form.read(stated.text), &problems)
    } catch {
      problems.append(ConfigurationProblem(stated.place, "\(key): \"\(stated.text)\" \(error.message)"))
    }
  }
}
