import TestSupport
import Testing
import onedoor

@Suite struct SecretTests {
  @Test func `a secret never prints itself`() {
    let secret = Secret("hunter2hunter2")
    var dumped = ""
    dump(secret, to: &dumped)
    dump([secret], to: &dumped)
    let texts = ["\(secret)", String(describing: secret), String(reflecting: [secret]), "\([secret])", dumped]
    for text in texts { #expect(!text.contains("hunter2"), "\(text)") }
  }

  @Test func `a secret comes from the environment, from a file, or as it is`() throws {
    let environment = ["HOUSING": "from the environment", "EMPTY": ""]
    #expect(try SecretReference("env:HOUSING").resolve(environment: environment).revealed == "from the environment")
    #expect(try SecretReference("plain").resolve(environment: environment) == Secret("plain"))
    #expect(throws: WrongValue("wants the environment variable NONE, not set")) {
      try SecretReference("env:NONE").resolve(environment: environment)
    }
    #expect(throws: WrongValue.self) { try SecretReference("env:EMPTY").resolve(environment: environment) }
    for text in ["env:", "env:1A", "env:A-B", "env:A=B", "file:", "file:~/x"] {
      #expect(throws: WrongValue.self) { try SecretReference(text) }
    }
  }

  @Test(arguments: [("abc\n", "abc"), ("abc\r\n", "abc"), ("abc", "abc"), ("abc\n\n", "abc\n"), (" abc ", " abc ")])
  func `one line end of a file is not part of the secret`(content: String, expected: String) throws {
    let folder = try TemporaryFolder("secret")
    let path = try folder.write("secret", content)
    #expect(try SecretReference("file:" + path).resolve(environment: [:]).revealed == expected)
  }

  @Test func `a file without a secret is named`() {
    #expect(throws: WrongValue("names the file /no/such, which cannot be read: No such file or directory")) {
      try SecretReference("file:/no/such").resolve(environment: [:])
    }
    #expect(throws: WrongValue("names the file /dev/null, which is empty")) {
      try SecretReference("file:/dev/null").resolve(environment: [:])
    }
    #expect(throws: WrongValue("names the file /dev/zero, which is larger than 4KiB")) {
      try SecretReference("file:/dev/zero").resolve(environment: [:])
    }
  }

  @Test(arguments: [
    String("abcdefghijklmnopqrstuvwxyz01234".prefix(31)), String(repeating: "a", count: 64),
    "abcdefghijklmnopqrstuvwxyz012345é", "abcdefghijklmnopqrstuvwxyz012345\t",
    String(repeating: "abcdefghij", count: 60),
  ])
  func `a weak or unwritable department secret is refused`(text: String) {
    #expect(throws: WrongValue.self) { try DepartmentSecret.check(Secret(text)) }
  }

  @Test func `32 characters are enough`() throws {
    let secret = Secret("abcdefghijklmnopqrstuvwxyz012345")
    #expect(try DepartmentSecret.check(secret) == secret)
  }
}
