import COpenSSL

/// Compares secrets without telling by time where they differ. Different lengths are told: no secret of ours has a
/// secret length.
package func constantTimeEquals(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  a.count == b.count && CRYPTO_memcmp(a, b, a.count) == 0
}
