import Glibc
import OneDoorStore

/// The database's file: its owner's alone, as are the log and the shared memory beside it, which take its permissions.
enum DatabaseFile {
  static func secure(_ path: String) throws(StoreError) {
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file >= 0 {
      close(file)
    } else {
      // By its name: opening a file that SQLite has open already, and closing it again, would drop SQLite's locks.
      guard errno == EEXIST, chmod(path, 0o600) == 0 else { throw failure("cannot make \(path) its owner's alone") }
    }
    try syncFolder(of: path)
  }

  /// A new file's name is in its folder for good only after the folder was synced.
  private static func syncFolder(of path: String) throws(StoreError) {
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw failure("cannot open the folder \(folder)") }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure("cannot sync the folder \(folder)") }
  }

  private static func failure(_ what: String) -> StoreError {
    .unavailable("\(what): \(String(cString: strerror(errno)))")
  }
}
