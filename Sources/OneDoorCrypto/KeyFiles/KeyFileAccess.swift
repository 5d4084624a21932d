import Glibc

/// Reads and writes secrets as the file system should hold them: for one user alone, whole or not at all.
enum KeyFileAccess {
  /// No key file of ours is larger; a stray device or log in its place ends here.
  private static let maximumByteCount = 64 * 1024

  static func checkDirectory(_ path: String) throws(KeyFileError) {
    var info = stat()
    guard stat(path, &info) == 0 else {
      let code = errno
      throw code == ENOENT ? .noDirectory(path: path) : .unreadable(path: path, why: reason(code))
    }
    guard info.st_mode & S_IFMT == S_IFDIR else { throw .noDirectory(path: path) }
    try checkOwner(info, path)
    try checkMode(info, path, mend: "chmod 700 \(path)")
  }

  static func names(in directory: String) throws(KeyFileError) -> [String] {
    guard let stream = opendir(directory) else { throw .unreadable(path: directory, why: reason(errno)) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { tuple in
          tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
            String(cString: $0)
          }
        })
    }
    return names.sorted()
  }

  static func read(_ path: String) throws(KeyFileError) -> [UInt8] {
    // Not to hang on a FIFO that somebody has put there.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .unreadable(path: path, why: reason(errno)) }
    defer { close(file) }
    // Of the open file, so that what is checked is what is read.
    var info = stat()
    guard fstat(file, &info) == 0 else { throw .unreadable(path: path, why: reason(errno)) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    try checkOwner(info, path)
    try checkMode(info, path, mend: "chmod 600 \(path)")
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 8192)
    while true {
      let count = Glibc.read(file, &piece, piece.count)
      guard count >= 0 else { throw .unreadable(path: path, why: reason(errno)) }
      guard count > 0 else { break }
      bytes += piece.prefix(count)
      guard bytes.count <= maximumByteCount else { throw .malformed(path: path, why: "larger than any key") }
    }
    guard !bytes.isEmpty else { throw .empty(path: path) }
    return bytes
  }

  /// After a power cut the file is there whole or not at all; what is there is never overwritten.
  static func write(_ bytes: [UInt8], to name: String, in directory: String) throws(KeyFileError) {
    let path = "\(directory)/\(name)"
    // Under a name of its own: two writers of one draft could each publish the other's half.
    let draft = "\(directory)/.\(name).\(try draftNumber(path)).tmp"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .unwritable(path: path, why: reason(errno)) }
    defer { unlink(draft) }
    var failure: Int32 = 0
    var written = 0
    while failure == 0, written < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress?.advanced(by: written), $0.count - written) }
      if count < 0 { failure = errno } else { written += count }
    }
    if failure == 0, fchmod(file, 0o600) != 0 || fsync(file) != 0 { failure = errno }
    if close(file) != 0, failure == 0 { failure = errno }
    guard failure == 0 else { throw .unwritable(path: path, why: reason(failure)) }
    // A link and not a rename: it fails where the name is taken.
    guard link(draft, path) == 0 else {
      let code = errno
      throw code == EEXIST ? .exists(path: path) : .unwritable(path: path, why: reason(code))
    }
    try syncDirectory(directory)
  }

  static func remove(_ name: String, in directory: String) throws(KeyFileError) {
    let path = "\(directory)/\(name)"
    guard unlink(path) == 0 else { throw .unwritable(path: path, why: reason(errno)) }
    try syncDirectory(directory)
  }

  /// Makes the directory, and shuts one that is open: git and mkdir leave 0755.
  static func makePrivateDirectory(_ path: String) throws(KeyFileError) {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw .unwritable(path: path, why: reason(errno)) }
    var info = stat()
    guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else { throw .noDirectory(path: path) }
    try checkOwner(info, path)
    if info.st_mode & 0o077 != 0, chmod(path, 0o700) != 0 { throw .unwritable(path: path, why: reason(errno)) }
  }

  private static func draftNumber(_ path: String) throws(KeyFileError) -> String {
    do throws(CryptoError) {
      return String(decoding: Base64URLText.encode(try SecureRandom.bytes(6)), as: UTF8.self)
    } catch {
      throw .crypto(path: path, error)
    }
  }

  private static func syncDirectory(_ directory: String) throws(KeyFileError) {
    let file = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw .unwritable(path: directory, why: reason(errno)) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw .unwritable(path: directory, why: reason(errno)) }
  }

  private static func checkOwner(_ info: stat, _ path: String) throws(KeyFileError) {
    guard info.st_uid == geteuid() else { throw .foreignOwner(path: path, owner: info.st_uid, expected: geteuid()) }
  }

  private static func checkMode(_ info: stat, _ path: String, mend: String) throws(KeyFileError) {
    guard info.st_mode & 0o077 == 0 else {
      let mode = String(info.st_mode & 0o7777, radix: 8)
      throw .tooOpen(path: path, mode: String(repeating: "0", count: max(0, 4 - mode.count)) + mode, mend: mend)
    }
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
