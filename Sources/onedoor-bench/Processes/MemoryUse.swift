import Foundation

/// What a process holds in memory, from `/proc/PID/smaps_rollup`.
struct MemoryUse: Sendable {
  let residentMegabytes: Double
  /// The part that no file backs.
  let anonymousMegabytes: Double

  init(pid: Int32) throws {
    let path = "/proc/\(pid)/smaps_rollup"
    guard let data = FileManager.default.contents(atPath: path) else { throw BenchFailure("\(path) is not readable") }
    var kilobytes: [Substring: Double] = [:]
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count >= 2, let number = Double(words[1]) { kilobytes[words[0]] = number }
    }
    guard let resident = kilobytes["Rss:"], let anonymous = kilobytes["Anonymous:"] else {
      throw BenchFailure("\(path) has no Rss or Anonymous")
    }
    residentMegabytes = resident / 1024
    anonymousMegabytes = anonymous / 1024
  }
}
