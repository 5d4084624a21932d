import Foundation

/// The software a browser journey needs is not there.
package struct MissingBrowser: Error, CustomStringConvertible {
  package let name: String

  package init(name: String) { self.name = name }

  package var description: String { "\(name) is missing: apt-get install -y chromium chromium-driver" }
}

/// The one driver process of this test run. A session in it takes half a second, so every test has its own session and
/// its own profile, and at most a few run at once.
actor Chromedriver {
  static let shared = Chromedriver()
  static let sessions = Turnstile(places: 2)

  struct Running: Sendable {
    let child: ChildProcess
    let wire: WebDriverWire
    let browser: String
    let profiles: TemporaryFolder
  }

  private var starting: Task<Running, any Error>?

  func running() async throws -> Running {
    if let starting {
      let running = try await starting.value
      if running.child.isRunning { return running }
      self.starting = nil
    }
    let task = starting ?? Task { try await Self.start() }
    starting = task
    return try await task.value
  }

  private static func start() async throws -> Running {
    guard let driver = CommandRunner.find("chromedriver") else { throw MissingBrowser(name: "chromedriver") }
    guard let browser = CommandRunner.find("chromium") else { throw MissingBrowser(name: "chromium") }
    let port = try FreePort.next()
    let profiles = try TemporaryFolder("browser")
    let child = try ChildProcess(
      driver, ["--port=\(port)", "--log-level=WARNING"], environment: ["HOME": profiles.path, "TMPDIR": profiles.path])
    let wire = WebDriverWire(base: "http://127.0.0.1:\(port)")
    try await eventually("an answer from chromedriver", every: .milliseconds(10)) {
      guard child.isRunning else { throw TimedOut("start of chromedriver", after: .zero, seen: child.stderr) }
      let status = try? await wire.get("/status") as? [String: Any]
      return status?["ready"] as? Bool == true ? true : nil
    }
    return Running(child: child, wire: wire, browser: browser, profiles: profiles)
  }
}

/// Lets a bounded number through, in the order of asking. Two places asked for together are given together, so that
/// tests which need two browsers cannot wait for each other.
actor Turnstile {
  private var free: Int
  private var waiting: [(places: Int, go: CheckedContinuation<Void, Never>)] = []

  init(places: Int) { free = places }

  func enter(_ places: Int) async {
    if waiting.isEmpty, free >= places {
      free -= places
    } else {
      await withCheckedContinuation { waiting.append((places, $0)) }
    }
  }

  func leave(_ places: Int) {
    free += places
    while let first = waiting.first, free >= first.places {
      free -= first.places
      waiting.removeFirst()
      first.go.resume()
    }
  }
}
