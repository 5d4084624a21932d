#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension String {
  /// `==` on strings takes U+212A for "K" and é for e + U+0301 (canonical equivalence). Names in JSON and identifiers
  /// of every kind are the same only when their bytes are. One call for all bytes: a token's check compares a hundred
  /// names.
  package func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { mine in
      other.utf8.withContiguousStorageIfAvailable { theirs in
        guard let mineStart = mine.baseAddress, let theirStart = theirs.baseAddress else { return mine.isEmpty }
        return memcmp(mineStart, theirStart, mine.count) == 0
      }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}
