extension String {
  /// `==` on strings takes U+212A for "K" and é for e + U+0301 (canonical equivalence). Names in JSON and identifiers
  /// of every kind are the same only when their bytes are.
  package func hasSameBytes(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
