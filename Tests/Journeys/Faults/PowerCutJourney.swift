import Foundation
import Glibc
import TestSupport
import Testing

/// A power cut, as near as a running machine comes to one: a file system that stops in the middle of its work without
/// writing out anything more. `kill -9` alone proves nothing here, since the kernel still writes what it was given.
@Suite struct PowerCutJourney {
  @Test func `a power cut loses nothing that was acknowledged`() async throws {
    guard let disk = try await Disk.make() else { return }
    defer { disk.remove() }
    let outcome = try await PowerCutJourney.cut(disk, times: 10, durability: "full")
    #expect(outcome.acknowledged >= 400)
    #expect(outcome.lost == 0)
  }

  @Test func `the same test fails with synchronous=NORMAL, so that it would notice`() async throws {
    guard let disk = try await Disk.make() else { return }
    defer { disk.remove() }
    let outcome = try await PowerCutJourney.cut(disk, times: 10, durability: "normal")
    #expect(outcome.lost > 0)
  }

  struct Outcome: Sendable {
    var acknowledged = 0
    var lost = 0
  }

  /// Each time: write under load, cut, come back, and ask for everything acknowledged since the disk was new.
  private static func cut(_ disk: Disk, times: Int, durability: String) async throws -> Outcome {
    let writer = try ReleaseBinary.named("powercut-writer")
    var ledger = ""
    var outcome = Outcome()
    // One loss is enough: what is cut off again after it is no longer the store that was promised.
    for _ in 0..<times where outcome.lost == 0 {
      let child = try ChildProcess(writer, ["write", disk.path("store.sqlite"), durability])
      try await eventually("forty acknowledged acts", every: .milliseconds(5)) {
        guard child.isRunning else { throw Failed("the writer ended", child.stderr) }
        return child.stdout.utf8.count { $0 == UInt8(ascii: "\n") } >= 40 ? true : nil
      }
      try await Task.sleep(for: .milliseconds(Int64.random(in: 0...60)))
      // What was said before the cut. The machine goes on for a moment after it, as none does without power, and an fsync
      // that meets the dying journal can still return success: of 25 cuts on a busy machine one had such a commit.
      let said = child.stdout
      try disk.cut()
      child.send(SIGKILL)
      _ = try await child.waitForExit()
      ledger += said[..<(said.lastIndex(of: "\n").map { said.index(after: $0) } ?? said.startIndex)]
      try await disk.comeBack()
      let file = try disk.outside.write("ledger", ledger)
      let audit = try await CommandRunner.run(writer, ["audit", disk.path("store.sqlite"), file])
      let words = audit.stdout.split(whereSeparator: \.isWhitespace)
      if audit.exitCode == 0, words.count == 4, let acknowledged = Int(words[1]), let lost = Int(words[3]) {
        outcome = Outcome(acknowledged: acknowledged, lost: max(outcome.lost, lost))
      } else {
        // A store that does not open again has lost everything.
        print("power cut: the store does not open: \(audit.stderr)")
        let all = ledger.utf8.count { $0 == UInt8(ascii: "\n") }
        outcome = Outcome(acknowledged: all, lost: all)
      }
    }
    print("power cut, \(durability): \(outcome.acknowledged) acknowledged, \(outcome.lost) lost")
    return outcome
  }
}

/// An ext4 file system of its own, in a file, that can be stopped dead.
struct Disk: Sendable {
  let outside: TemporaryFolder
  private var image: String { outside.path("disk.ext4") }
  private var mountPoint: String { outside.path("disk") }

  func path(_ name: String) -> String { "\(mountPoint)/\(name)" }

  /// Nil where this machine does not let us; it is said aloud, since a test that was not run has not passed.
  static func make() async throws -> Disk? {
    guard geteuid() == 0 else { return notRun("it needs root") }
    guard let mkfs = CommandRunner.find("mkfs.ext4") ?? sbin("mkfs.ext4") else {
      return notRun("there is no mkfs.ext4")
    }
    let disk = Disk(outside: try TemporaryFolder("disk"))
    guard FileManager.default.createFile(atPath: disk.image, contents: nil), truncate(disk.image, 160 << 20) == 0,
      mkdir(disk.mountPoint, 0o700) == 0
    else { throw SystemFailure("the image of a disk") }
    let made = try await CommandRunner.run(mkfs, ["-q", "-F", disk.image])
    guard made.exitCode == 0 else { return notRun("mkfs.ext4: \(made.stderr)") }
    let mounted = try await disk.mount()
    guard mounted.exitCode == 0 else { return notRun("mount: \(mounted.stderr)") }
    return disk
  }

  private static func notRun(_ why: String) -> Disk? {
    print("NOT RUN: the power-cut test was not run, so nothing is known of power cuts here: \(why)")
    return nil
  }

  private static func sbin(_ name: String) -> String? {
    ["/usr/sbin/\(name)", "/sbin/\(name)"].first { access($0, X_OK) == 0 }
  }

  private func mount() async throws -> CommandResult {
    try await CommandRunner.run("/bin/mount", ["-o", "loop", image, mountPoint])
  }

  /// EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: from here on nothing reaches the disk, the journal neither.
  func cut() throws {
    let descriptor = open(mountPoint, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure("open \(mountPoint)") }
    defer { close(descriptor) }
    var flags: UInt32 = 2
    guard ioctl(descriptor, 0x8004_587D, &flags) == 0 else { throw SystemFailure("EXT4_IOC_SHUTDOWN") }
  }

  /// What is really there, read from a copy of the disk: the kernel remembers the stopped file system for as long as any
  /// other process on this machine has its mount in sight.
  func comeBack() async throws {
    try await unmount()
    let copied = try await CommandRunner.run("/bin/cp", ["--sparse=always", image, image + ".copy"])
    guard copied.exitCode == 0 else { throw Failed("cp after the cut", copied) }
    guard rename(image + ".copy", image) == 0 else { throw SystemFailure("the copy of a disk") }
    let mounted = try await mount()
    guard mounted.exitCode == 0 else { throw Failed("mount after the cut", mounted) }
  }

  private func unmount() async throws {
    try await eventually("the disk to be let go") {
      let result = try await CommandRunner.run("/bin/umount", [mountPoint])
      return result.exitCode == 0 ? true : nil
    }
  }

  func remove() { umount2(mountPoint, Int32(MNT_DETACH)) }
}
