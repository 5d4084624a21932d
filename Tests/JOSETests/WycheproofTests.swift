import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

/// Each test counts what it ran and names the policies by which a valid case is refused.
@Suite(.enabled(if: Vectors.shouldRun, "the vectors folder is not here"))
struct WycheproofTests {
  @Test func `signed tokens`() throws {
    let groups = try #require(Vectors.json("wycheproof/json_web_signature_test.json")["testGroups"].array)
    var count = 0
    var accepted = 0
    var policies: [String: Int] = [:]
    for group in groups {
      let entry = group["public"].isNull ? group["private"] : group["public"]
      let key = Result { () throws(JWKError) -> JWK in try JWK(json: entry) }
      let ring = KeyRing((try? key.get()).map { [$0] } ?? [])
      for test in group["tests"].array ?? [] {
        let passes = refusal(Array((test["jws"].string ?? "").utf8), ring) == nil
        let name: Comment = "case \(test["tcId"].integer ?? 0): \(test["comment"].string ?? "")"
        count += 1
        if test["result"] == "valid", case .failure(let why) = key {
          #expect(!passes, name)
          policies["\(why)", default: 0] += 1
        } else {
          #expect(passes == (test["result"] == "valid"), name)
          accepted += passes ? 1 : 0
        }
      }
    }
    #expect(count == 401)
    #expect(accepted == 10)
    // No MAC keys, since whoever checks one can make one; no algorithms that nobody here signs with.
    #expect(
      policies == [
        "a public key with the private member \"k\"": 10, "unsupported key: alg RS384 with kty RSA": 4,
        "unsupported key: alg RS512 with kty RSA": 4, "unsupported key: alg PS256 with kty RSA": 8,
        "unsupported key: alg PS384 with kty RSA": 4, "unsupported key: alg PS512 with kty RSA": 4,
        "unsupported key: crv P-521": 2,
      ])
  }

  @Test func `key sets`() throws {
    let groups = try #require(Vectors.json("wycheproof/json_web_key_test.json")["testGroups"].array)
    var count = 0
    var accepted = 0
    var policies: [String: Int] = [:]
    for group in groups {
      let entry = group["public"].isNull ? group["private"] : group["public"]
      let keys = Result { () throws(JWKError) -> [JWK] in try JWKSet.parse(entry) }
      let ring = KeyRing((try? keys.get()) ?? [])
      for test in group["tests"].array ?? [] {
        let passes = refusal(Array((test["jws"].string ?? "").utf8), ring) == nil
        let name: Comment = "case \(test["tcId"].integer ?? 0): \(test["comment"].string ?? "")"
        count += 1
        if test["result"] == "valid", case .failure(let why) = keys {
          #expect(!passes, name)
          policies["\(why)", default: 0] += 1
        } else {
          #expect(passes == (test["result"] == "valid"), name)
          accepted += passes ? 1 : 0
        }
      }
    }
    #expect(count == 26)
    #expect(accepted == 1)
    #expect(policies == ["a public key with the private member \"k\"": 4])
  }
}
