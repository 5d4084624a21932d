/// The base64url alphabet of RFC 4648 §5 without padding, over bytes. It is here, and not with its one namesake in
/// JOSE, because a raw key file is written in it too.
package enum Base64URLText {
  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    let count = (bytes.count * 4 + 2) / 3
    let (groups, rest) = bytes.count.quotientAndRemainder(dividingBy: 3)
    return [UInt8](unsafeUninitializedCapacity: count) { text, initialized in
      bytes.withUnsafeBufferPointer { bytes in
        alphabet.withUnsafeBufferPointer { alphabet in
          var i = 0
          var o = 0
          for _ in 0..<groups {
            let value = Int(bytes[i]) << 16 | Int(bytes[i + 1]) << 8 | Int(bytes[i + 2])
            text.initializeElement(at: o, to: alphabet[value >> 18])
            text.initializeElement(at: o + 1, to: alphabet[value >> 12 & 63])
            text.initializeElement(at: o + 2, to: alphabet[value >> 6 & 63])
            text.initializeElement(at: o + 3, to: alphabet[value & 63])
            i += 3
            o += 4
          }
          if rest == 1 {
            text.initializeElement(at: o, to: alphabet[Int(bytes[i]) >> 2])
            text.initializeElement(at: o + 1, to: alphabet[Int(bytes[i]) << 4 & 63])
          } else if rest == 2 {
            let value = Int(bytes[i]) << 8 | Int(bytes[i + 1])
            text.initializeElement(at: o, to: alphabet[value >> 10])
            text.initializeElement(at: o + 1, to: alphabet[value >> 4 & 63])
            text.initializeElement(at: o + 2, to: alphabet[value << 2 & 63])
          }
        }
      }
      initialized = count
    }
  }

  /// Nil for anything but the one spelling that `encode` gives: padding, white space, another alphabet, a length that
  /// cannot be, and bits set behind the last byte (RFC 4648 §3.5) would each give one value several spellings.
  package static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let (groups, rest) = text.count.quotientAndRemainder(dividingBy: 4)
    guard rest != 1 else { return nil }
    let count = groups * 3 + max(0, rest - 1)
    var canonical = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
      text.withUnsafeBufferPointer { text in
        values.withUnsafeBufferPointer { values in
          var bad: UInt8 = 0
          var o = 0
          for group in 0..<groups {
            let i = group * 4
            let a = values[Int(text[i])]
            let b = values[Int(text[i + 1])]
            let c = values[Int(text[i + 2])]
            let d = values[Int(text[i + 3])]
            bad |= (a | b | c | d) & 0x80
            output.initializeElement(at: o, to: a << 2 | (b & 0x3F) >> 4)
            output.initializeElement(at: o + 1, to: b << 4 | (c & 0x3F) >> 2)
            output.initializeElement(at: o + 2, to: c << 6 | d & 0x3F)
            o += 3
          }
          if rest > 1 {
            let i = groups * 4
            let a = values[Int(text[i])]
            let b = values[Int(text[i + 1])]
            bad |= (a | b) & 0x80
            output.initializeElement(at: o, to: a << 2 | (b & 0x3F) >> 4)
            if rest == 2 {
              bad |= b & 0x0F
            } else {
              let c = values[Int(text[i + 2])]
              bad |= c & 0x80 | c & 0x03
              output.initializeElement(at: o + 1, to: b << 4 | (c & 0x3F) >> 2)
            }
          }
          canonical = bad == 0
        }
      }
      initialized = count
    }
    return canonical ? bytes : nil
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// Byte to value; 0x80 where the byte is not of the alphabet.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0x80, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()
}
