import OneDoorJOSE
import OneDoorRules
import Testing
import onedoor

@Suite struct PersonRegistrationTests {
  private func load(_ text: String) throws(ConfigurationErrors) -> Registration {
    try Registration.load(text: text, file: "p.yaml", environment: ["DEMO_PASSWORD": "correct horse battery"])
  }

  private let whole = """
    persons:
      - login: zhang.wei
        name: 张伟
        password: env:DEMO_PASSWORD
        phone: "+8613800000000"
        email: zhang.wei@example.org
        verified: [phone, email]

    """

  @Test func `everything that can be said arrives where it belongs`() throws {
    let person = try #require(try load(whole).persons.first)
    #expect(person.password == Secret("correct horse battery"))
    #expect(
      person.newPerson(passwordHash: "h")
        == NewPerson(
          login: "zhang.wei", name: "张伟", phone: "+8613800000000", email: "zhang.wei@example.org",
          isPhoneVerified: true, isEmailVerified: true, passwordHash: "h"))
  }

  @Test func `a first password is marked as one`() throws {
    let text = whole.replacing("    phone:", with: "    change_password: true\n    phone:")
    let person = try #require(try load(text).persons.first)
    #expect(person.newPerson(passwordHash: "h").mustChangePassword)
  }

  @Test func `a login and a name are enough`() throws {
    let person = try #require(try load("persons: [{login: li.na, name: 李娜}]\n").persons.first)
    #expect(person.newPerson(passwordHash: nil) == NewPerson(login: "li.na", name: "李娜"))
  }

  @Test(arguments: [
    ("login: zhang.wei", "login: \"zhang wei\"", "2:12", "person zhang wei: login contains a space"),
    ("login: zhang.wei", "login: \"+8613800000000\"", "2:12", "person +8613800000000: login looks like a phone number"),
    ("login: zhang.wei", "login: 13800000000", "2:12", "person 13800000000: login looks like a phone number"),
    ("login: zhang.wei", "login: \"e\\u0301va\"", "2:12", "person e\u{301}va: login is not in Unicode normal form C"),
    ("login: zhang.wei", "login: \"a\\x1b[2J\"", "2:12", "person a\u{FFFD}[2J: login contains a control character"),
    ("login: zhang.wei", "login: " + String(repeating: "a", count: 65), "2:12", "person aaaa"),
    ("login: zhang.wei", "log_in: zhang.wei", "2:5", "person has no entry log_in: did you mean login?"),
    ("name: 张伟", "name: " + String(repeating: "a", count: 201), "3:11", "person zhang.wei: name is longer than 200"),
    ("name: 张伟", "name: \"a\\u202eb\"", "3:11", "person zhang.wei: name contains a control character"),
    ("\"+8613800000000\"", "8613800000000", "5:12", "person zhang.wei: phone is no number"),
    ("\"+8613800000000\"", "\"+0613800000000\"", "5:12", "person zhang.wei: phone is no number"),
    ("\"+8613800000000\"", "\"+86 138 0000\"", "5:12", "person zhang.wei: phone is no number"),
    ("\"+8613800000000\"", "\"+8613800000000000\"", "5:12", "person zhang.wei: phone is no number"),
    ("zhang.wei@example.org", "zhang.wei", "6:12", "person zhang.wei: email is no address"),
    ("zhang.wei@example.org", "a@b@example.org", "6:12", "person zhang.wei: email is no address"),
    ("zhang.wei@example.org", "\"@example.org\"", "6:12", "person zhang.wei: email is no address"),
    ("zhang.wei@example.org", "\"a@example..org\"", "6:12", "person zhang.wei: email is no address"),
    ("zhang.wei@example.org", "\"a b@example.org\"", "6:12", "person zhang.wei: email is no address"),
    ("[phone, email]", "[phone, fax]", "7:23", "person zhang.wei: verified is none of phone, email"),
    ("    email: zhang.wei@example.org\n", "", "6:5", "person zhang.wei: verified lists email, which is not given"),
    (
      "    password: env:DEMO_PASSWORD\n", "    change_password: true\n", "4:5",
      "person zhang.wei: change_password is about a password"
    ),
    ("email: zhang", "change_password: yes\n    email: zhang", "6:22", "person zhang.wei: change_password wants true"),
    ("env:DEMO_PASSWORD", "env:NONE", "4:15", "person zhang.wei: password wants the environment variable NONE"),
    ("env:DEMO_PASSWORD", String(repeating: "a", count: 129), "4:15", "person zhang.wei: password is longer than 128"),
  ])
  func `each entry is checked`(old: String, new: String, place: String, message: String) {
    #expect(whole.contains(old))
    do throws(ConfigurationErrors) {
      _ = try load(whole.replacing(old, with: new))
      Issue.record("loaded")
    } catch {
      let found = error.problems.map(\.description)
      #expect(found.contains { $0.utf8.starts(with: "p.yaml:\(place): \(message)".utf8) }, "\(found)")
    }
  }

  @Test func `two persons share neither login nor phone`() {
    let second = whole.replacing("persons:\n", with: "")
    do throws(ConfigurationErrors) {
      _ = try load(whole + second)
      Issue.record("loaded")
    } catch {
      #expect(
        error.problems.map(\.description) == [
          "p.yaml:8:5: person zhang.wei has the login of zhang.wei",
          "p.yaml:8:5: person zhang.wei has the phone of zhang.wei",
        ])
    }
  }
}
