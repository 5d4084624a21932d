import OneDoorCrypto
import OneDoorJOSE

/// What a sign-in began with, kept by the browser alone (sealed): finished is only what the same browser started.
package struct SignInState: Sendable {
  package let state: String
  let nonce: String
  let verifier: String
  let started: Int64
  let maxAge: Int64?
  let returnPath: ReturnPath

  /// From the provider's page to here and back; a login with a forgotten password takes a while.
  static let life: Int64 = 900
  private static let version: UInt8 = 1

  init(returnPath: ReturnPath, maxAge: Int64?, now: Int64) throws(OneDoorError) {
    do throws(CryptoError) {
      state = Base64URL.encode(try SecureRandom.bytes(16))
      nonce = Base64URL.encode(try SecureRandom.bytes(16))
      verifier = Base64URL.encode(try SecureRandom.bytes(32))
    } catch {
      throw OneDoorError(.unavailable, "\(error)")
    }
    started = now
    self.maxAge = maxAge
    self.returnPath = returnPath
  }

  /// RFC 7636 §4.2, S256.
  var challenge: String { Base64URL.encode(SHA256.hash(Array(verifier.utf8))) }

  func isExpired(at now: Int64) -> Bool { now < started - SignInState.life || now >= started + SignInState.life }

  var bytes: [UInt8] {
    var fields = ByteFields()
    fields.append([SignInState.version])
    for text in [state, nonce, verifier, returnPath.text] { fields.append(Array(text.utf8)) }
    fields.append(started)
    fields.append(maxAge ?? -1)
    return fields.bytes
  }

  init?(_ bytes: [UInt8]) {
    var fields = ByteFields(bytes)
    guard fields.next() == [SignInState.version], let state = fields.nextText(), let nonce = fields.nextText(),
      let verifier = fields.nextText(), let path = fields.nextText().flatMap(ReturnPath.init),
      let started = fields.nextNumber(), let maxAge = fields.nextNumber(), fields.isAtEnd
    else { return nil }
    self.state = state
    self.nonce = nonce
    self.verifier = verifier
    self.started = started
    self.maxAge = maxAge < 0 ? nil : maxAge
    returnPath = path
  }
}
