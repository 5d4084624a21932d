import Glibc

private typealias Actions = UnsafeMutablePointer<posix_spawn_file_actions_t>

// Swift's view of the C library hides its own additions to the standard; they are there all the same.
private let closeFrom = symbol("posix_spawn_file_actions_addclosefrom_np").map {
  unsafeBitCast($0, to: (@convention(c) (Actions, Int32) -> Int32).self)
}
private let changeFolder = symbol("posix_spawn_file_actions_addchdir_np").map {
  unsafeBitCast($0, to: (@convention(c) (Actions, UnsafePointer<CChar>) -> Int32).self)
}

private func symbol(_ name: String) -> UnsafeMutableRawPointer? { dlsym(nil, name) }

/// posix_spawn into a process group of its own. The child starts with default signal handling and no descriptor but
/// its three: a listening socket inherited by accident would hold its port after the test is over.
func spawn(
  _ executable: String, _ arguments: [String], environment: [String: String], folder: String?,
  input: String, output: String, errors: String
) throws -> Int32 {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
  posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
  guard let closeFrom, let changeFolder else { throw SystemFailure("posix_spawn of this C library", code: ENOSYS) }
  _ = closeFrom(&actions, 3)
  if let folder { _ = changeFolder(&actions, folder) }

  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var none = sigset_t()
  var all = sigset_t()
  sigemptyset(&none)
  sigfillset(&all)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setsigdefault(&attributes, &all)
  posix_spawnattr_setpgroup(&attributes, 0)
  let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
  posix_spawnattr_setflags(&attributes, Int16(flags))

  let argv = ([executable] + arguments).map { strdup($0) } + [nil]
  let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for pointer in argv + envp { free(pointer) } }
  var pid: pid_t = 0
  let code = posix_spawn(&pid, executable, &actions, &attributes, argv, envp)
  guard code == 0 else { throw SystemFailure("start \(executable)", code: code) }
  return pid
}
