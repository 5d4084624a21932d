import Dispatch
import GRDBSQLite
import OneDoorStore
import Synchronization

/// Moves committed pages from the log into the database, by its own timer and on its own connection, off the commit path
/// (DESIGN.md §5). The log's length is watched: with a writer that never pauses, moving alone never lets it start over,
/// and after 180,000 frames every commit costs twice as much (STACK.md §4).
final class Checkpointer: Sendable {
  /// Frames after which it does not wait for the timer.
  private static let hurry: Int64 = 4_000
  /// Frames after which the log is started over between two groups: 40 MB.
  private static let restart: Int64 = 10_000
  /// Frames after which the log's file is cut as well.
  private static let truncate: Int64 = 65_536

  private let connection: PreparedConnection
  private let writer: GroupWriter
  private let queue = DispatchQueue(label: "onedoor.sqlite.checkpoint", qos: .utility)
  // Made and cancelled here; its handler runs on its queue.
  private nonisolated(unsafe) let timer: any DispatchSourceTimer
  private let frames = Atomic<Int64>(0)
  private let isAsked = Atomic<Bool>(false)

  init(path: String, writer: GroupWriter) throws(StoreError) {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle else {
      let failure = EngineFailure(code, on: handle)
      sqlite3_close_v2(handle)
      throw failure.storeError
    }
    connection = PreparedConnection(handle)
    self.writer = writer
    timer = DispatchSource.makeTimerSource(queue: queue)
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_wal_autocheckpoint(handle, 0)
    try connection.run(script: "PRAGMA synchronous = FULL")
    watchLog()
    timer.schedule(deadline: .now() + 1, repeating: 1, leeway: .milliseconds(200))
    timer.setEventHandler { [weak self] in self?.checkpoint() }
    timer.activate()
  }

  /// SQLite says after each commit how long the log is.
  private func watchLog() {
    let me = Unmanaged.passUnretained(self).toOpaque()
    writer.betweenGroups { connection in
      _ = sqlite3_wal_hook(
        connection.handle,
        { me, _, _, frames in
          if let me { Unmanaged<Checkpointer>.fromOpaque(me).takeUnretainedValue().note(Int64(frames)) }
          return SQLITE_OK
        }, me)
    }
  }

  private func note(_ count: Int64) {
    frames.store(count, ordering: .relaxed)
    guard count >= Checkpointer.hurry, !isAsked.exchange(true, ordering: .relaxed) else { return }
    queue.async { [weak self] in self?.checkpoint() }
  }

  private func checkpoint() {
    defer { isAsked.store(false, ordering: .relaxed) }
    guard frames.load(ordering: .relaxed) > 0 else { return }
    guard let log = run(SQLITE_CHECKPOINT_PASSIVE, on: connection) else { return }
    if log.isMoved { frames.store(0, ordering: .relaxed) }
    guard log.frames >= Checkpointer.restart else { return }
    let mode = log.frames >= Checkpointer.truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_RESTART
    _ = writer.betweenGroups { run(mode, on: $0) }
  }

  /// The log after a checkpoint; nil where it failed. A busy one has moved what it could and is tried again.
  private func run(_ mode: Int32, on connection: PreparedConnection) -> (frames: Int64, isMoved: Bool)? {
    var frames: Int32 = 0
    var moved: Int32 = 0
    let code = sqlite3_wal_checkpoint_v2(connection.handle, nil, mode, &frames, &moved)
    guard code == SQLITE_OK || code & 0xFF == SQLITE_BUSY || code & 0xFF == SQLITE_LOCKED else {
      let failure = EngineFailure(code, on: connection.handle)
      if failure.stopsWriting { writer.stop(failure) }
      return nil
    }
    return (Int64(frames), frames == moved)
  }

  func moveAll() {
    queue.sync { _ = writer.betweenGroups { run(SQLITE_CHECKPOINT_TRUNCATE, on: $0) } }
  }

  /// Moves everything and stops. Called with no reader left.
  func close() {
    timer.cancel()
    queue.sync {
      writer.betweenGroups { connection in
        _ = sqlite3_wal_hook(connection.handle, nil, nil)
        _ = run(SQLITE_CHECKPOINT_TRUNCATE, on: connection)
      }
      connection.close()
    }
  }
}
