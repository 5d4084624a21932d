import Foundation

/// The folder of database, lock and admin socket.
enum DataFolder {
  /// Makes it, 0700, or holds an existing one to that: what others of the machine may read is everybody's.
  static func prepare(_ path: String) throws(CommandFailure) {
    if mkdir(path, 0o700) != 0, errno != EEXIST {
      let reason = errno
      // Its parent may be missing too, as on the first start of a demo elsewhere.
      do {
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw CommandFailure("\(path): cannot be made: \(String(cString: strerror(reason)))")
      }
    }
    guard let facts = FileFacts(path), facts.isFolder else { throw CommandFailure("\(path): is no folder") }
    guard facts.isPrivate else {
      throw CommandFailure("\(path): others of this machine may read it", tip: "chmod 700 \(path)")
    }
  }

  /// A database that others may read is refused, as a key file is.
  static func checkDatabase(_ path: String) throws(CommandFailure) {
    for file in [path, path + "-wal", path + "-shm"] {
      guard let facts = FileFacts(file) else { continue }
      guard facts.isPrivate else {
        throw CommandFailure("\(file): others of this machine may read it", tip: "chmod 600 \(file)")
      }
    }
  }
}

/// What the file system says of one file; nil where there is none.
private struct FileFacts {
  let isFolder: Bool
  /// Neither group nor others may do anything with it.
  let isPrivate: Bool

  init?(_ path: String) {
    // A link is followed: what it points to is what would be read.
    let target = (path as NSString).resolvingSymlinksInPath
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: target),
      let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue
    else { return nil }
    isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
    isPrivate = mode & 0o077 == 0
  }
}
