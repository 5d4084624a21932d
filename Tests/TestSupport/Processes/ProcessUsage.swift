import Foundation
import Glibc

/// What a running process has used, as the kernel counts it.
package struct ProcessUsage: Sendable, Equatable {
  /// User and system time, in steps of the kernel's clock tick (10 ms).
  package let cpu: Duration
  package let residentBytes: Int
  /// The part of the resident memory that no file backs.
  package let anonymousBytes: Int
  package let threads: Int
  package let openFiles: Int

  package init(pid: Int32) throws {
    guard let stat = FileManager.default.contents(atPath: "/proc/\(pid)/stat"),
      let status = FileManager.default.contents(atPath: "/proc/\(pid)/status")
    else { throw SystemFailure("usage of process \(pid)", code: ESRCH) }
    // The name, field 2, may hold spaces and brackets: count from the last one.
    let text = String(decoding: stat, as: UTF8.self)
    let fields = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
    let ticks = [12, 13].map { $0 < fields.count ? Int(fields[$0]) ?? 0 : 0 }.reduce(0, +)
    cpu = .milliseconds(ticks * 1000 / max(1, sysconf(Int32(_SC_CLK_TCK))))
    var table: [String: Int] = [:]
    for line in String(decoding: status, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(whereSeparator: { $0 == ":" || $0 == "\t" || $0 == " " })
      if parts.count > 1, let number = Int(parts[1]) { table[String(parts[0])] = number }
    }
    residentBytes = (table["VmRSS"] ?? 0) * 1024
    anonymousBytes = (table["RssAnon"] ?? 0) * 1024
    threads = table["Threads"] ?? 0
    openFiles = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd")) ?? []).count
  }
}
