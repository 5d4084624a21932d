import Foundation
import Glibc
import Synchronization

/// What this test process must not leave behind: process groups, folders, and browsers, which leave their starter's
/// group and are found again by the profile folder on their command line. Whoever made one takes it away; this catches
/// what a failed or interrupted test has left, when the process exits.
final class Leftovers: Sendable {
  static let shared = Leftovers()

  private struct Known {
    var groups: Set<Int32> = []
    var folders: Set<String> = []
    var marks: Set<String> = []
  }

  private let known = Mutex(Known())

  private init() {
    atexit { Leftovers.shared.clear() }
  }

  func add(group: Int32) { known.withLock { _ = $0.groups.insert(group) } }
  func remove(group: Int32) { known.withLock { _ = $0.groups.remove(group) } }
  func add(folder: String) { known.withLock { _ = $0.folders.insert(folder) } }
  func remove(folder: String) { known.withLock { _ = $0.folders.remove(folder) } }
  func add(mark: String) { known.withLock { _ = $0.marks.insert(mark) } }

  private func clear() {
    let left = known.withLock { $0 }
    for group in left.groups {
      kill(-group, SIGKILL)
      waitpid(group, nil, 0)
    }
    for mark in left.marks { Leftovers.killProcesses(mentioning: mark) }
    for folder in left.folders { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// Only processes that were given `mark`, a path made by this process, on their command line.
  static func killProcesses(mentioning mark: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    for pid in names.compactMap({ Int32($0) }) where pid != getpid() {
      guard let line = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") else { continue }
      if String(decoding: line, as: UTF8.self).contains(mark) { kill(pid, SIGKILL) }
    }
  }
}
