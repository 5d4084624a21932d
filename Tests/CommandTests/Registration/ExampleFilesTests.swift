import OneDoorCrypto
import OneDoorMessages
import OneDoorRules
import Testing
import onedoor

@Suite struct ExampleFilesTests {
  @Test func `the shipped departments load`() throws {
    let registration = try Registration.load(path: packageFile("config/departments.yaml"), environment: [:])
    #expect(registration.departments.map(\.id.text) == ["housing", "business", "citizen-app"])
    #expect(registration.departments.map(\.authentication) == [.clientSecretBasic, .privateKeyJWT, .none])
    // Everything we ship signs with ES256.
    #expect(registration.departments.allSatisfy { $0.idTokenAlgorithm == .ES256 && $0.remarks.isEmpty })
    #expect(registration.departments.last?.origins == ["http://127.0.0.1"])
    #expect(registration.departments.first?.origins == [])
    #expect(registration.persons.isEmpty)
  }

  @Test func `the shipped departments load with a secret from the environment, too`() throws {
    let text = try DocumentText.load(packageFile("config/departments.yaml")).replacing("#secret:", with: "secret:")
    let secret = "0123456789abcdefghijklmnopqrstuv"
    let registration = try Registration.load(text: text, file: "d.yaml", environment: ["HOUSING_SECRET": secret])
    #expect(registration.departments.first?.secret == Secret(secret))
  }

  @Test func `the shipped persons load, and say which password is missing`() throws {
    let path = packageFile("config/persons.yaml")
    let registration = try Registration.load(path: path, environment: ["DEMO_PASSWORD": "correct horse battery"])
    #expect(registration.persons.map(\.login) == ["zhang.wei", "li.na"])
    #expect(registration.persons.map(\.verified) == [[.phone, .email], []])
    do throws(ConfigurationErrors) {
      _ = try Registration.load(path: path, environment: [:])
      Issue.record("loaded without a password")
    } catch {
      #expect(
        error.problems.map(\.message) == [
          "person zhang.wei: password wants the environment variable DEMO_PASSWORD, not set",
          "person li.na: password wants the environment variable DEMO_PASSWORD, not set",
        ])
    }
  }
}
