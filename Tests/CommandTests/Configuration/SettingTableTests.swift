import OneDoorRules
import Testing
import onedoor

@Suite struct SettingTableTests {
  @Test func `keys and variables are unique, and no key is a group as well`() {
    let keys = Setting.table.map(\.key)
    #expect(Set(keys).count == keys.count)
    #expect(Set(Setting.table.map(\.variable)).count == keys.count)
    for key in keys { #expect(!keys.contains { $0.hasPrefix(key + ".") }, "\(key)") }
    #expect(!Setting.table.map(\.variable).contains(Configuration.variable))
  }

  @Test(arguments: Setting.table)
  func `every row has help that reads as a sentence`(setting: Setting) {
    #expect(setting.help.hasSuffix("."))
    #expect(setting.help.first?.isUppercase == true || setting.help.hasPrefix("localhost"))
    #expect(!setting.form.isEmpty)
  }

  @Test(arguments: Setting.table)
  func `every row can be given in the environment, and is checked there`(setting: Setting) {
    let found = problems(leastFile, environment: [setting.variable: "\u{1}"])
    // A path may be any text.
    if setting.form == "path" { return }
    #expect(found.contains { $0.hasPrefix("\(setting.variable): \(setting.key): ") }, "\(found)")
  }

  @Test func `the shipped file is what the table says`() throws {
    let text = try DocumentText.load(packageFile("config/onedoor.yaml"))
    #expect(text == ConfigurationReference.yaml(), "config/onedoor.yaml differs from ConfigurationReference.yaml()")
    for setting in Setting.table {
      let name = setting.key.split(separator: ".").last.map(String.init) ?? ""
      #expect(text.contains("\n\(name): ") || text.contains("\n#\(name): ") || text.contains("\n#  \(name): "))
    }
  }

  @Test func `the shipped file serves on localhost with the defaults`() throws {
    let shipped = try Configuration.load(path: packageFile("config/onedoor.yaml"), environment: [:], cores: 4)
    #expect(shipped.listen.map(\.description) == ["127.0.0.1:8080", "[::1]:8080"])
    var least = try load(leastFile).policy
    #expect(shipped.policy == least)
    least.codeLife = 1
    #expect(shipped.policy != least)
  }

  @Test func `every commented line of the shipped file holds its default, and can be uncommented`() throws {
    let shipped = ConfigurationReference.yaml()
    let lines = shipped.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      isSetting(line) ? String(line.dropFirst()) : String(line)
    }
    let whole = lines.joined(separator: "\n")
      .replacing("issuer: http://localhost:8080", with: "issuer: https://localhost")
    let all = try load(whole)
    #expect(all.stated == Set(Setting.table.map(\.key)))
    let least = try load(leastFile)
    #expect(all.policy == least.policy)
    #expect(all.limits == least.limits)
    #expect(all.keysRotation == least.keysRotation)
    #expect(all.log == least.log)
    #expect(all.login.queue == least.login.queue)
  }

  /// Prose has one blank after the hash; settings have none, and those in a group two.
  private func isSetting(_ line: Substring) -> Bool {
    guard line.hasPrefix("#"), line != "#" else { return false }
    return !line.hasPrefix("# ") || line.hasPrefix("#  ")
  }
}
