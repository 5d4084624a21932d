/// The signature algorithms that OneDoor signs and verifies with, under their JWA names (RFC 7518 §3.1). A key has one
/// of them and no other: what a token's header says never chooses.
package enum SignatureAlgorithm: String, Sendable, CaseIterable {
  /// ECDSA on P-256 with SHA-256; the signature is r ‖ s, 32 bytes each.
  case ES256
  /// RSASSA-PKCS1-v1_5 with SHA-256. Keys of ours have 3072 bits: one signature costs 80 of ES256.
  case RS256
}
