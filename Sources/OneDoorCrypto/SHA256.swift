import COpenSSL

/// SHA-256 (FIPS 180-4).
package enum SHA256 {
  package static let byteCount = 32

  package static func hash(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, initialized in
      bytes.withUnsafeBufferPointer { digest($0, into: buffer) }
      initialized = byteCount
    }
  }

  /// Without an array of its own, for a digest that goes straight into a signature.
  static func digest(_ message: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>) {
    if COpenSSL.SHA256(message.baseAddress, message.count, buffer.baseAddress) == nil { lastResort("SHA-256") }
  }
}
