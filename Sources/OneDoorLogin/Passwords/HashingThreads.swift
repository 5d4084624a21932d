import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A fixed number of threads with a bounded queue, away from the event loops and from the threads that run `async` code:
/// a hash holds a core for 17 ms, and a flood of logins must neither starve token requests nor pile up memory.
final class HashingThreads: Sendable {
  private let core: Core
  private let count: Int

  init(count: Int, queueDepth: Int) throws(HashingError) {
    core = Core(depth: max(1, queueDepth))
    self.count = max(1, count)
    for _ in 0..<self.count { try Self.start(core) }
  }

  deinit { core.stop(threads: count) }

  /// The work's result, or nil at once where the queue is full.
  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value? {
    await withCheckedContinuation { (continuation: CheckedContinuation<Value?, Never>) in
      let isQueued = core.submit { continuation.resume(returning: work()) }
      if !isQueued { continuation.resume(returning: nil) }
    }
  }

  private static func start(_ core: Core) throws(HashingError) {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    defer { attributes.deallocate() }
    guard pthread_attr_init(attributes) == 0 else { throw .unavailable("no thread for password hashing") }
    defer { pthread_attr_destroy(attributes) }
    pthread_attr_setstacksize(attributes, 512 * 1024)
    pthread_attr_setdetachstate(attributes, Int32(PTHREAD_CREATE_DETACHED))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let handle = Unmanaged.passRetained(core)
    let status = pthread_create(
      &thread, attributes,
      { raw in
        #if canImport(Darwin)
          Unmanaged<Core>.fromOpaque(raw).takeRetainedValue().serve()
        #else
          if let raw { Unmanaged<Core>.fromOpaque(raw).takeRetainedValue().serve() }
        #endif
        return nil
      }, handle.toOpaque())
    guard status == 0 else {
      handle.release()
      throw .unavailable("no thread for password hashing (error \(status))")
    }
  }
}

/// What the threads share. They keep it alive, not the `HashingThreads` whose end stops them.
private final class Core: Sendable {
  private struct State {
    var jobs: [@Sendable () -> Void] = []
    var isStopped = false
  }

  private let depth: Int
  private let state = Mutex(State())
  private let wakeUp = Semaphore()

  init(depth: Int) { self.depth = depth }

  func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
    let isQueued = state.withLock { state in
      guard !state.isStopped, state.jobs.count < depth else { return false }
      state.jobs.append(job)
      return true
    }
    if isQueued { wakeUp.signal() }
    return isQueued
  }

  func stop(threads: Int) {
    state.withLock { $0.isStopped = true }
    for _ in 0..<threads { wakeUp.signal() }
  }

  func serve() {
    giveWay()
    while true {
      wakeUp.wait()
      let (job, isStopped) = state.withLock { state in
        (state.jobs.isEmpty ? nil : state.jobs.removeFirst(), state.isStopped)
      }
      if let job { job() } else if isStopped { return }
    }
  }

  /// On Linux each thread has a nice value of its own: where a core is short, a token request goes before a hash.
  private func giveWay() {
    #if os(Linux)
      _ = nice(5)
    #endif
  }
}

/// A counting semaphore of the system's: threads that are ours wait on it, never a task.
private final class Semaphore: Sendable {
  nonisolated(unsafe) private let raw: UnsafeMutablePointer<sem_t>

  init() {
    raw = .allocate(capacity: 1)
    sem_init(raw, 0, 0)
  }

  deinit {
    sem_destroy(raw)
    raw.deallocate()
  }

  func signal() { sem_post(raw) }

  /// May return early where a signal interrupts it: the caller looks at what there is anyway.
  func wait() { sem_wait(raw) }
}
