import Foundation
import TestSupport

/// Software that others have written and Debian carries: departments as most of them will be.
enum DebianPackage {
  /// Debian's own, which sees the modules that Debian installs.
  static let python = "/usr/bin/python3"
  static let apacheModules = "/usr/lib/apache2/modules"

  struct Missing: Error, CustomStringConvertible {
    let what: String
    var description: String {
      "\(what) is missing: apt-get install -y apache2 libapache2-mod-auth-openidc python3-authlib python3-requests"
    }
  }

  static func authlib() async throws {
    guard FileManager.default.isExecutableFile(atPath: python) else { throw Missing(what: python) }
    let check = try ChildProcess(python, ["-c", "import authlib, requests"])
    guard try await check.waitForExit() == .code(0) else { throw Missing(what: "Authlib") }
  }

  static func apache() throws -> String {
    guard let apache = CommandRunner.find("apache2") ?? existing("/usr/sbin/apache2") else {
      throw Missing(what: "apache2")
    }
    guard existing(apacheModules + "/mod_auth_openidc.so") != nil else { throw Missing(what: "mod_auth_openidc") }
    return apache
  }

  private static func existing(_ path: String) -> String? {
    FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// A file beside this one.
  static func resource(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }
}
