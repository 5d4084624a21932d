/// The nearest right spelling of a word that nobody knows.
package enum Spelling {
  /// The candidate with the fewest slips, if they are few for the length of the word.
  package static func nearest(to word: String, in candidates: [String]) -> String? {
    let wanted = folded(word)
    guard !wanted.isEmpty, wanted.count <= 128 else { return nil }
    var best: (candidate: String, slips: Int)?
    for candidate in candidates {
      let limit = min(3, max(1, candidate.utf8.count / 3))
      guard let slips = distance(wanted, folded(candidate), limit: limit) else { continue }
      if best.map({ slips < $0.slips }) ?? true { best = (candidate, slips) }
    }
    return best?.candidate
  }

  /// Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, replacements, and swaps of two
  /// neighbours. Nil beyond the limit.
  package static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var now = [row + 1]
      for column in 0..<right.count {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(replaced, last[column + 1] + 1, now[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, before[column - 1] + 1)
        }
        now.append(cost)
      }
      guard let least = now.min(), least <= limit else { return nil }
      (before, last) = (last, now)
    }
    guard let cost = last.last, cost <= limit else { return nil }
    return cost
  }

  /// Capitals and the choice among `-`, `_` and `.` are no slips worth counting.
  private static func folded(_ word: String) -> [UInt8] {
    word.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
      case UInt8(ascii: "-"), UInt8(ascii: "."): UInt8(ascii: "_")
      default: byte
      }
    }
  }
}
