import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

/// What has gone wrong in other verifiers. Each test would have caught its advisory.
struct AdvisoryTests {
  @Test(arguments: ["none", "None", "NONE", "nOnE", "", " none", "none\u{0}"])
  func `no spelling of none passes (GHSA-88q6-jcjg-hvmw, CVE-2022-23540, CVE-2015-9235)`(alg: String) throws {
    let forge = try Forge()
    let ring = KeyRing([forge.key.jwk])
    for kid in [JSON.string(forge.key.kid), nil] {
      let header = JSONObject([("alg", .string(alg)), ("kid", kid)].filter { !$0.1.isNull })
      let unsigned = forge.compact(header: header) { _ in [] }
      #expect(refusal(unsigned, ring) != nil)
      #expect(refusal(Array(unsigned.dropLast()), ring) == .malformed)
      #expect(refusal(Array(unsigned.prefix { $0 != UInt8(ascii: ".") }), ring) == .malformed)
      #expect(refusal(forge.compact(header: header) { _ in [0] }, ring) != nil)
      let signed = forge.compact(header: header) { (try? forge.key.privateKey.sign($0)) ?? [] }
      #expect(refusal(signed, ring) != nil)
      #expect(refusal(signed, KeyRing([])) != nil)
    }
  }

  @Test func `HS256 keyed with anything public is refused (CVE-2022-23540, CVE-2015-9235)`() throws {
    for algorithm in SignatureAlgorithm.allCases {
      let forge = try Forge(algorithm)
      let jwk = forge.key.jwk
      var keys: [[UInt8]] = [
        [], try jwk.publicKey.pem(), jwk.json.serialized(), Array(jwk.thumbprint.utf8), Array(forge.key.kid.utf8),
      ]
      switch jwk.publicKey.numbers {
      case .p256(let x, let y): keys += [x, y, x + y, [4] + x + y]
      case .rsa(let n, let e): keys += [n, e, n + e]
      }
      for key in keys {
        for kid in [forge.key.kid, "unknown"] {
          let token = forge.compact(header: ["alg": "HS256", "kid": .string(kid)]) {
            HMACSHA256(key: key).code(for: $0)
          }
          #expect(refusal(token, KeyRing([jwk])) != nil)
        }
      }
    }
  }

  @Test func `every algorithm but the key's own is refused (CVE-2022-29217, CVE-2026-33322, CVE-2024-33663)`() throws {
    let names = [
      "ES256", "ES384", "ES512", "ES256K", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "HS256", "HS384",
      "HS512", "EdDSA", "Ed25519", "SM2", "ML-DSA-44", "none", "es256", "rs256", "ES256 ", "RSA", "dir",
    ]
    for algorithm in SignatureAlgorithm.allCases {
      let forge = try Forge(algorithm)
      let both = KeyRing([forge.key.jwk, JWK(kid: "other", publicKey: try Forge(.ES256).key.jwk.publicKey)])
      for name in names {
        let token = try forge.compact(header: ["alg": .string(name)])
        #expect((refusal(token, KeyRing([forge.key.jwk])) == nil) == (name == algorithm.rawValue), "\(name)")
        let nameless = try forge.compact(header: ["alg": .string(name), "kid": nil as JSON?])
        #expect((refusal(nameless, both) == nil) == (name == algorithm.rawValue), "\(name)")
      }
    }
  }

  @Test func `an unknown kid never makes a key (CVE-2026-44351, CVE-2026-45363)`() throws {
    let forge = try Forge()
    let ring = KeyRing([forge.key.jwk])
    for kid in ["", "unknown", "../../dev/null", forge.key.kid + "\u{0}", String(forge.key.kid.dropLast())] {
      #expect(refusal(try forge.compact(header: ["kid": .string(kid)]), ring) == .unknownKey)
      let token = forge.compact(header: ["alg": "HS256", "kid": .string(kid)]) { HMACSHA256(key: []).code(for: $0) }
      #expect(refusal(token, ring) == .unknownKey)
    }
    for kid: JSON in [1, true, [], [:], nil] {
      let header = JSON.object(["alg": "ES256", "kid": kid]).serialized()
      #expect(refusal(try forge.compact(rawHeader: header), ring) != nil)
    }
  }

  @Test func `crit of any kind is refused (CVE-2025-59420, CVE-2026-32597, CVE-2026-35042)`() throws {
    let forge = try Forge()
    let ring = KeyRing([forge.key.jwk])
    let kinds: [JSON] = [["unknown"], [], ["b64"], ["exp", "exp"], ["alg"], "unknown", nil, 1, [1], [:]]
    for crit in kinds {
      #expect(refusal(try forge.compact(rawHeader: header(of: forge, ["crit": crit])), ring) != nil)
      let both: JSONObject = ["crit": crit, "unknown": 1]
      #expect(refusal(try forge.compact(rawHeader: header(of: forge, both)), ring) != nil)
    }
    for b64 in [true, false] as [JSON] {
      #expect(refusal(try forge.compact(header: ["b64": b64, "crit": ["b64"]]), ring) != nil)
      #expect(refusal(try forge.compact(header: ["b64": b64]), ring) != nil)
    }
  }

  @Test(arguments: ["jwk", "jku", "x5u", "x5c"])
  func `a token does not bring its own key (CVE-2018-0114)`(member: String) throws {
    let honest = try Forge()
    let attacker = try Forge()
    let value: JSON =
      switch member {
      case "jwk": attacker.key.jwk.json
      case "x5c": [.string(Base64URL.encode(try attacker.key.jwk.publicKey.pem()))]
      default: "http://127.0.0.1:1/keys"
      }
    let ring = KeyRing([honest.key.jwk])
    for kid in [honest.key.kid, attacker.key.kid] {
      #expect(refusal(try attacker.compact(header: [member: value, "kid": .string(kid)]), ring) != nil)
    }
    #expect(refusal(try attacker.compact(header: [member: value, "kid": nil as JSON?]), ring) == .signature)
    #expect(refusal(try attacker.compact(header: [member: value]), KeyRing([])) == .unknownKey)
  }

  @Test func `a token of two meanings is refused (CVE-2022-39227)`() throws {
    let forge = try Forge()
    let ring = KeyRing([forge.key.jwk])
    let good = try forge.compact()
    #expect(refusal(good, ring) == nil)
    let kid = forge.key.kid
    let headers = [
      #"{"alg":"ES256","alg":"ES256","kid":"\#(kid)"}"#, #"{"alg":"none","alg":"ES256","kid":"\#(kid)"}"#,
      #"{"alg":"ES256","\u0061lg":"none","kid":"\#(kid)"}"#, #"{"alg":"ES256","kid":"\#(kid)",}"#,
      #"{"alg":"ES256","kid":"\#(kid)"}x"#, "\u{FEFF}{\"alg\":\"ES256\",\"kid\":\"\(kid)\"}", #"["ES256"]"#, "null", "",
    ]
    for header in headers { #expect(refusal(try forge.compact(rawHeader: Array(header.utf8)), ring) != nil) }
    for extra in [" ", "\n", ".", "=", "==", "\u{0}", "\t"] {
      #expect(refusal(good + Array(extra.utf8), ring) != nil)
      #expect(refusal(Array(extra.utf8) + good, ring) != nil)
    }
    let parts = good.split(separator: UInt8(ascii: ".")).map { String(decoding: $0, as: UTF8.self) }
    let json = #"{"payload":"\#(parts[1])","protected":"\#(parts[0])","signature":"\#(parts[2])"}"#
    #expect(refusal(Array(json.utf8), ring) == .malformed)
    #expect(refusal(Array(#"{"x":"\#(parts[0]).\#(parts[1]).\#(parts[2])"}"#.utf8), ring) == .malformed)
  }

  @Test func `JSON serialisation is refused in every form (GHSA-jc38-x7x8-2xc8, CVE-2016-9122)`() throws {
    let forge = try Forge()
    let parts = try forge.compact().split(separator: UInt8(ascii: ".")).map {
      JSON.string(String(decoding: $0, as: UTF8.self))
    }
    let signature: JSON = ["protected": parts[0], "header": ["alg": "ES256"], "signature": parts[2]]
    let forms: [JSON] = [
      ["payload": parts[1], "protected": parts[0], "signature": parts[2]],
      ["payload": parts[1], "signatures": [signature]],
      ["payload": parts[1], "signatures": [signature, ["signature": "AA"]]],
    ]
    for form in forms { #expect(refusal(form.serialized(), KeyRing([forge.key.jwk])) == .malformed) }
  }

  @Test func `r or s of 0, n, n + 1 or the largest number, and DER, are refused (CVE-2022-21449)`() throws {
    let forge = try Forge()
    let order: [UInt8] = [
      0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xBC, 0xE6, 0xFA, 0xAD, 0xA7,
      0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
    ]
    let zero = [UInt8](repeating: 0, count: 32)
    let numbers = [zero, zero.dropLast() + [1], order, order.dropLast() + [0x52], [UInt8](repeating: 0xFF, count: 32)]
    let header: JSONObject = ["alg": "ES256", "kid": .string(forge.key.kid)]
    for r in numbers {
      for s in numbers {
        #expect(refusal(forge.compact(header: header) { _ in r + s }, KeyRing([forge.key.jwk])) == .signature)
      }
    }
    let der = forge.compact(header: header) { input in
      let raw = (try? forge.key.privateKey.sign(input)) ?? []
      return [0x30, 68, 0x02, 32] + raw.prefix(32) + [0x02, 32] + raw.suffix(32)
    }
    #expect(refusal(der, KeyRing([forge.key.jwk])) == .signature)
  }

  @Test func `an encrypted token is no signed one (CVE-2023-51774, CVE-2024-28180)`() throws {
    let forge = try Forge()
    let ring = KeyRing([forge.key.jwk])
    let good = try forge.compact()
    #expect(refusal(good + Array(".AA.AA".utf8), ring) == .malformed)
    let header = Base64URL.encodeBytes(Array(#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":2147483648}"#.utf8))
    #expect(refusal(header + Array(".AA.AA.AA.AA".utf8), ring) == .malformed)
    for member in ["zip", "enc"] {
      #expect(refusal(try forge.compact(header: [member: "DEF"]), ring) != nil)
    }
  }

  @Test func `a million dots cost nothing (CVE-2025-27144, CVE-2025-30204)`() throws {
    let dots = [UInt8](repeating: UInt8(ascii: "."), count: 1 << 20)
    #expect(refusal(dots, KeyRing([])) == .tooLong)
    #expect(throws: JWSError.malformed) { try UnverifiedJWS(compact: dots, maximumByteCount: 1 << 21) }
    #expect(throws: JWSError.malformed) { try UnverifiedJWS(compact: []) }
    #expect(throws: JWSError.malformed) { try UnverifiedJWS(compact: "..") }
  }

  @Test func `no part and no changed byte of a token passes (CVE-2026-27840)`() throws {
    let forge = try Forge()
    let ring = KeyRing([forge.key.jwk])
    let good = try forge.compact()
    for count in 0..<good.count { #expect(refusal(Array(good.prefix(count)), ring) != nil) }
    for place in good.indices {
      for bit in 0..<8 {
        var changed = good
        changed[place] ^= 1 << bit
        #expect(refusal(changed, ring) != nil, "byte \(place), bit \(bit)")
      }
    }
    // The last letter of 64 bytes holds 4 bits that mean nothing: only zeros there are canonical.
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8 where letter != good.last {
      #expect(refusal(good.dropLast() + [letter], ring) != nil)
    }
  }

  @Test func `random bytes and random headers never end the process (CVE-2026-34986, CVE-2024-21664)`() throws {
    let forge = try Forge()
    let ring = KeyRing([forge.key.jwk])
    let good = try forge.compact()
    var generator = SeededRandom(seed: 7)
    for _ in 0..<20_000 {
      var mutant = good
      for _ in 0...Int(generator.next() % 4) {
        let place = Int(generator.next() % UInt64(mutant.count))
        switch generator.next() % 3 {
        case 0: mutant[place] = UInt8(truncatingIfNeeded: generator.next())
        case 1: mutant.remove(at: place)
        default: mutant.insert(UInt8(truncatingIfNeeded: generator.next()), at: place)
        }
      }
      #expect(mutant == good || refusal(mutant, ring) != nil)
    }
  }

  private func header(of forge: Forge, _ members: JSONObject) -> [UInt8] {
    var header: JSONObject = ["alg": "ES256", "kid": .string(forge.key.kid)]
    for member in members.members { header[member.name] = .some(member.value) }
    return JSON.object(header).serialized()
  }
}
