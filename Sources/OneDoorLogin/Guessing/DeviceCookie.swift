package import OneDoorCrypto
import OneDoorJOSE
package import OneDoorRules

/// The cookie by which a device that has signed somebody in is known again: prefix(2) ‖ sealed `KnownDevice`.
///
/// Its key never changes with the day as a `Seal`'s does, since the cookie lives 400 days; each entry carries its own end.
package struct DeviceCookie: Sendable {
  private static let label = Array("onedoor/device".utf8)
  private static let maximumLength = 512

  private let key: AES256GCM

  package init(sealKey: [UInt8]) throws(CryptoError) {
    key = try AES256GCM(key: try HKDF.sha256(secret: sealKey, salt: [], info: Self.label, count: 32))
  }

  /// A cookie that is not ours names nobody: its bearer is a stranger.
  package func open(_ value: String?) -> KnownDevice {
    guard let value, value.utf8.count <= Self.maximumLength, let bytes = Base64URL.decode(value),
      bytes.starts(with: BearerPrefix.bytes),
      let plain = key.open(Array(bytes.dropFirst(BearerPrefix.bytes.count)), authenticating: Self.authenticated)
    else { return KnownDevice() }
    return KnownDevice(bytes: plain) ?? KnownDevice()
  }

  package func seal(_ device: KnownDevice) throws(CryptoError) -> String {
    Base64URL.encode(BearerPrefix.bytes + (try key.seal(device.bytes, authenticating: Self.authenticated)))
  }

  private static let authenticated = label + [0] + BearerPrefix.bytes
}
