import Dispatch
import Foundation
import Glibc
import Synchronization

/// What a run that is broken off must not leave: its servers and its folder.
final class Leftovers: Sendable {
  static let shared = Leftovers()

  private struct State {
    var pids: Set<Int32> = []
    var folders: Set<String> = []
    var sources: [KeptSource] = []
  }

  private let state = Mutex(State())

  func add(pid: Int32) { state.withLock { _ = $0.pids.insert(pid) } }
  func remove(pid: Int32) { state.withLock { _ = $0.pids.remove(pid) } }
  func add(folder: String) { state.withLock { _ = $0.folders.insert(folder) } }
  func remove(folder: String) { state.withLock { _ = $0.folders.remove(folder) } }

  /// Ctrl-C and SIGTERM clear up before they end the run.
  func watchSignals() {
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        self.clear()
        exit(128 + number)
      }
      source.resume()
      state.withLock { $0.sources.append(KeptSource(source: source)) }
    }
  }

  private func clear() {
    state.withLock { state in
      for pid in state.pids { kill(pid, SIGKILL) }
      for folder in state.folders { try? FileManager.default.removeItem(atPath: folder) }
    }
  }
}

/// A signal source that must stay alive; nothing but its own queue ever touches it again.
private struct KeptSource: Sendable {
  nonisolated(unsafe) let source: any DispatchSourceSignal
}
