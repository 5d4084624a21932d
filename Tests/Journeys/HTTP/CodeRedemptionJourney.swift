import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

/// What can go wrong, or be tried, between a code and its tokens.
@Suite struct CodeRedemptionJourney {
  @Test func `a code is used once under 16 presenters, and the second use ends what it gave`() async throws {
    let world = try await World.shared()
    let housing = world.registry.housing
    let request = try AuthorizationRequest(housing)
    let code = try await Visitor(world: world).code(request, as: try world.newPerson())
    let answers = try await inParallel(16) { try await world.token(request.redemption(code), by: housing) }
    #expect(answers.filter { $0.status == 200 }.count == 1)
    #expect(answers.filter { $0.error == "invalid_grant" }.count == 15)
    let tokens = try #require(answers.first { $0.status == 200 })
    #expect(try await !world.isActive(tokens.access, by: housing))
    #expect(try await !world.isActive(tokens.refresh, by: housing))
    #expect(try await world.refresh(tokens.refresh, by: housing).error == "invalid_grant")
    #expect(try await world.userinfo(tokens.access).status == 401)
  }

  @Test(arguments: ["housing", "stock", "app"])
  func
    `CVE-2026-16089, -55672, -28513, -32245, -6334: another department's good proof redeems nothing and burns the code`(
      id: String
    ) async throws
  {
    let world = try await World.shared()
    let department = try #require(world.registry.departments.first { $0.id == id })
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    for withPKCE in id == "stock" ? [true, false] : [true] {
      for thief in [world.registry.business, world.registry.tax, world.registry.court, world.registry.app]
      where thief.id != id {
        var request = try AuthorizationRequest(department)
        if !withPKCE { request = request.withoutPKCE }
        let code = try await visitor.code(request, as: person)
        let stolen = try await world.token(request.redemption(code), by: thief)
        #expect(stolen.status == 400 && stolen.error == "invalid_grant", "\(thief.id)")
        let late = try await world.token(request.redemption(code), by: department)
        #expect(late.error == "invalid_grant", "the code of \(id) outlives \(thief.id)")
      }
    }
  }

  @Test func `CVE-2024-23647, CVE-2023-48228, CVE-2026-73309: PKCE can be neither left out, nor changed, nor added`()
    async throws
  {
    let world = try await World.shared()
    let (housing, stock) = (world.registry.housing, world.registry.stock)
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    let other = Base64URL.encode(try SecureRandom.bytes(32))
    let wrong: [String?] = [nil, "", " ", other, "short", String(repeating: "a", count: 129), "challenge"]
    for verifier in wrong {
      let request = try AuthorizationRequest(housing)
      let code = try await visitor.code(request, as: person)
      var form = request.redemption(code).filter { $0.0 != "code_verifier" }
      // "plain" by another name: the challenge itself.
      let value = verifier == "challenge" ? request["code_challenge"] : verifier
      if let value { form.append(("code_verifier", value)) }
      #expect(try await world.token(form, by: housing).error == "invalid_grant", "\(verifier ?? "absent")")
    }
    let plain = try AuthorizationRequest(stock).withoutPKCE
    let code = try await visitor.code(plain, as: person)
    let added = plain.redemption(code) + [("code_verifier", other)]
    #expect(try await world.token(added, by: stock).error == "invalid_grant")
  }

  @Test func `the redirect URI of the redemption is the one of the request, byte for byte`() async throws {
    let world = try await World.shared()
    let housing = world.registry.housing
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    let uris: [String?] = [
      nil, "", "https://housing.example/cb2?fixed=1", "https://housing.example/cb/", "https://housing.example/CB",
      "https://housing.example/cb?",
    ]
    for uri in uris {
      let request = try AuthorizationRequest(housing)
      let code = try await visitor.code(request, as: person)
      var form = request.redemption(code).filter { $0.0 != "redirect_uri" }
      if let uri { form.append(("redirect_uri", uri)) }
      #expect(try await world.token(form, by: housing).error == "invalid_grant", "\(uri ?? "absent")")
    }
  }

  @Test func `CVE-2026-27840: no part and no neighbour of a code or refresh token is good`() async throws {
    let world = try await World.shared()
    let housing = world.registry.housing
    let visitor = Visitor(world: world)
    let request = try AuthorizationRequest(housing)
    let code = try await visitor.code(request, as: try world.newPerson())
    for mutant in Self.mutants(of: code) {
      let answer = try await world.token(request.redemption(mutant), by: housing)
      #expect(answer.error == "invalid_grant" || mutant.isEmpty, "\(mutant)")
    }
    // None of them counted as a presentation of the code itself.
    let tokens = try await world.token(request.redemption(code), by: housing).granted()
    for mutant in Self.mutants(of: tokens.refresh) where !mutant.isEmpty {
      #expect(try await world.refresh(mutant, by: housing).error == "invalid_grant", "\(mutant)")
      #expect(try await !world.isActive(mutant, by: housing))
    }
    for mutant in Self.mutants(of: tokens.access) where !mutant.isEmpty && mutant.utf8.allSatisfy({ $0 < 0x80 }) {
      #expect(try await world.userinfo(mutant).status == 401)
    }
    #expect(try await world.refresh(tokens.refresh, by: housing).status == 200)
  }

  /// Prefixes, additions, and a change at places all over.
  static func mutants(of token: String) -> [String] {
    let bytes = Array(token.utf8)
    let places = stride(from: 0, to: bytes.count, by: max(1, bytes.count / 24))
    let changed = places.map { place in
      var bytes = bytes
      bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      return String(decoding: bytes, as: UTF8.self)
    }
    let prefixes = places.map { String(decoding: bytes[..<$0], as: UTF8.self) }
    let ends = [
      token + "A", token + "=", "A" + token, token.uppercased(), String(token.dropLast()), token + "\u{0301}",
    ]
    return changed + prefixes + ends
  }
}
