import Foundation
import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

/// `onedoor token inspect`: says what a token says, and everything that is wrong with it.
@Suite struct InspectionJourney {
  private func inspect(_ token: String, _ arguments: String...) async throws -> (code: Int32, json: JSONObject) {
    let result = try await CommandRunner.onedoor(["token", "inspect", "--json"] + arguments, input: token + "\n")
    return (result.exitCode, try JSON.parse(Array(result.stdout.utf8)).object ?? JSONObject())
  }

  @Test func `good tokens are good, and others are told why not`() async throws {
    let world = try await World.shared()
    let tokens = try await Visitor(world: world).tokens(at: world.registry.stock, as: try world.newPerson())
    for token in [tokens.access, tokens.id] {
      let good = try await inspect(token, "--issuer", world.issuer, "--audience", "stock")
      #expect(good.code == 0 && good.json["valid"] == true)
      #expect(good.json["claims"]?.object == claims(of: token))
      #expect(try await inspect(token).code == 0)
    }
    let wrong = try await inspect(tokens.access, "--issuer", world.issuer, "--audience", "housing")
    #expect(wrong.code == 1 && wrong.json["valid"] == false)
    #expect(wrong.json["faults"]?.array?.compactMap(\.string).contains { $0.hasPrefix("aud is") } == true)

    let stranger = SigningKey(privateKey: try PrivateKey.generate(.ES256))
    var old = tokens.accessClaims
    old["exp"] = .integer(1_000_000_000)
    let forged = try await inspect(try stranger.sign(typ: "at+jwt", payload: JSON.object(old).serialized()))
    let faults = forged.json["faults"]?.array?.compactMap(\.string) ?? []
    #expect(forged.code == 1 && faults.count == 2, "\(faults)")
    #expect(faults.contains { $0.contains("expired") })

    let garbage = try await CommandRunner.onedoor(["token", "inspect"], input: "x.y.z\n")
    #expect(garbage.exitCode == 1 && !garbage.stderr.isEmpty)
    let none = try await CommandRunner.onedoor(["token", "inspect"], input: "")
    #expect(none.exitCode == 2)
    let words = try await CommandRunner.onedoor(["token", "inspect"], input: tokens.access)
    #expect(words.exitCode == 0 && words.stdout.contains("stock"))
  }
}
