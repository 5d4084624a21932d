package import OneDoorJOSE
package import OneDoorRules

/// A person as JSON, with the words of the registration file.
package enum PersonDocument {
  package static func registration(_ person: NewPerson) -> JSONObject {
    document(
      login: person.login, name: person.name, phone: person.phone, email: person.email,
      verified: [("phone", person.isPhoneVerified), ("email", person.isEmailVerified)])
  }

  static func registration(_ person: Person) -> JSONObject {
    document(
      login: person.login, name: person.name, phone: person.phone, email: person.email,
      verified: [("phone", person.isPhoneVerified), ("email", person.isEmailVerified)])
  }

  static func whole(_ person: Person) -> JSONObject {
    var object = registration(person)
    object["enabled"] = .bool(person.isEnabled)
    object["updated_at"] = .integer(person.updatedAt.seconds)
    object["version"] = .integer(person.version)
    return object
  }

  static func whole(_ person: Person, _ credential: PasswordCredential?) -> JSONObject {
    var object = whole(person)
    object["password_set"] = .bool(credential?.hash != nil)
    object["change_password"] = .bool(credential?.mustChange ?? false)
    object["last_sign_in"] = credential?.lastSignIn.map { .integer($0.seconds) } ?? .null
    object["failures"] = [
      "strangers": .integer(credential?.failures.strangers ?? 0),
      "known_devices": .integer(credential?.failures.knownDevices ?? 0),
      "last": credential?.failures.lastFailure.map { .integer($0.seconds) } ?? .null,
    ]
    return object
  }

  private static func document(
    login: String, name: String, phone: String?, email: String?, verified: [(String, Bool)]
  ) -> JSONObject {
    [
      "login": .string(login), "name": .string(name), "phone": phone.map(JSON.string) ?? .null,
      "email": email.map(JSON.string) ?? .null,
      "verified": .array(verified.filter(\.1).map { .string($0.0) }),
    ]
  }

  static func read(_ arguments: AdminArguments) throws -> NewPerson {
    let verified = try arguments.strings("verified")
    return NewPerson(
      login: try arguments.string("login"), name: try arguments.string("name"),
      phone: try arguments.optionalString("phone"), email: try arguments.optionalString("email"),
      isPhoneVerified: verified.contains("phone"), isEmailVerified: verified.contains("email"))
  }
}
