import Foundation
import Glibc
import Synchronization

/// What this test process must not leave behind: processes and folders. Whoever made one takes it away. At exit this
/// takes away what is left; where there is no exit, as after a crash or an interrupt, a small watcher does.
final class Leftovers: Sendable {
  static let shared = Leftovers()

  /// In the environment of every process a test starts, so that the watcher knows its own.
  static let mark = (name: "TEST_RUN", value: "\(getpid())")

  /// Every temporary folder of this test process lies in here.
  let root: String

  private let groups = Mutex<Set<Int32>>([])

  private init() {
    root = "\(FileManager.default.temporaryDirectory.path)/onedoor-tests-\(getpid())"
    mkdir(root, 0o700)
    startWatcher()
    atexit { Leftovers.shared.clear() }
  }

  func add(group: Int32) { groups.withLock { _ = $0.insert(group) } }
  func remove(group: Int32) { groups.withLock { _ = $0.remove(group) } }

  /// Only processes that were given `path`, made by this process, on their command line: a browser leaves the group it
  /// was started in, but carries its profile folder.
  static func killProcesses(mentioning path: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    for pid in names.compactMap({ Int32($0) }) where pid != getpid() {
      guard let line = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") else { continue }
      if String(decoding: line, as: UTF8.self).contains(path) { kill(pid, SIGKILL) }
    }
  }

  private func clear() {
    for group in groups.withLock({ $0 }) {
      kill(-group, SIGKILL)
      waitpid(group, nil, 0)
    }
    // The watcher waits in the root folder.
    Leftovers.killProcesses(mentioning: root)
    try? FileManager.default.removeItem(atPath: root)
  }

  private func startWatcher() {
    let script = """
      while [ -d /proc/\(getpid()) ]; do sleep 1; done
      for process in /proc/[0-9]*; do
        grep -qsz '^\(Self.mark.name)=\(Self.mark.value)$' "$process/environ" && kill -9 "${process#/proc/}"
      done
      rm -rf "$0"
      """
    // Without it the tests are as good; only a crash leaves more behind.
    _ = try? spawn(
      "/bin/sh", ["-c", script, root], environment: ["PATH": "/usr/bin:/bin"], folder: nil, input: "/dev/null",
      output: "/dev/null", errors: "/dev/null")
  }
}
