extension [UInt8] {
  /// What stands between two texts. The driver reads its answers with this: the strings' own search costs more than
  /// what is measured.
  func text(after start: StaticString, before end: UInt8) -> String? {
    guard let from = self[...].index(after: start), let upTo = self[from...].firstIndex(of: end) else { return nil }
    return String(decoding: self[from..<upTo], as: UTF8.self)
  }

  func holds(_ text: StaticString) -> Bool { self[...].index(after: text) != nil }
}

extension ArraySlice<UInt8> {
  /// Where a text that is found first has ended. ASCII letters are the same in both cases.
  func index(after text: StaticString) -> Int? {
    text.withUTF8Buffer { text in
      guard let first = text.first, count >= text.count else { return nil }
      return withUnsafeBufferPointer { bytes in
        for start in 0...(bytes.count - text.count) where isSame(bytes[start], first) {
          if text.indices.allSatisfy({ isSame(bytes[start + $0], text[$0]) }) { return startIndex + start + text.count }
        }
        return nil
      }
    }
  }
}

private func isSame(_ a: UInt8, _ b: UInt8) -> Bool {
  a == b || (a ^ b == 0x20 && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(a | 0x20))
}
