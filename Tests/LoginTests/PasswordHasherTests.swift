import OneDoorLogin
import OneDoorRules
import Testing

@Suite struct PasswordHasherTests {
  let hasher: PasswordHasher
  init() throws { hasher = try PasswordHasher(cost: .lowest, threads: 2, queueDepth: 64) }

  @Test func `a hash records algorithm and cost, has its own salt, and knows its password`() async throws {
    let first = try await hasher.hash("a lone duck flies")
    let second = try await hasher.hash("a lone duck flies")
    #expect(first.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
    #expect(first != second)
    #expect(try await hasher.verify("a lone duck flies", against: first))
    #expect(try await !hasher.verify("a lone duck flieS", against: first))
  }

  @Test func `new hashes cost 19 MiB and two passes unless told otherwise`() async throws {
    let standard = try PasswordHasher()
    let hash = try await standard.hash("a lone duck flies")
    #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    #expect(try await hasher.verify("a lone duck flies", against: hash))
  }

  // argon2-cffi 25.1.0 (the reference implementation) made these of "correct horse battery staple".
  @Test(arguments: [
    "$argon2id$v=19$m=8,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$XdTJKPvVpEdCNu922dgwQXj+XfOITS04PpG3cDMn5sE",
    "$argon2id$v=19$m=64,t=3,p=1$ZmVkY2JhOTg3NjU0MzIxMA$bEVny9HVhWbD7OhqJZSmoFQObBSvvpGB",
    "$argon2id$v=19$m=256,t=2,p=4$MDEyMzQ1Njc4OWFiY2RlZg$hsgM6DCPwsb3+diyKvw0spjcJlAqfwRODeeKu/VDUK8",
    "$argon2id$v=19$m=64,t=2,p=1$c2FsdHNhbHQ$F0EWBVuBcOKB2dBTHZSdu8kmmrc4roFA1fMjJAA2O34",
    "$argon2id$v=19$m=19456,t=4,p=1$+vv8/f7/MDEyMzQ1Njc4OQ$FmG5HkRZkm+xMI4YK6HCtza/IMyxW8bT2PfSMjGWRbc",
  ])
  func `hashes with other parameters and by other software are verified`(phc: String) async throws {
    #expect(try await hasher.verify("correct horse battery staple", against: phc))
    #expect(try await !hasher.verify("correct horse battery stapl", against: phc))
  }

  @Test func `a password counts to its last character, also at 128`() async throws {
    let long = String(repeating: "锦", count: 127)
    let hash = try await hasher.hash(long + "a")
    #expect(try await hasher.verify(long + "a", against: hash))
    #expect(try await !hasher.verify(long + "b", against: hash))
    #expect(try await !hasher.verify(long, against: hash))
    #expect(try await !hasher.verify(long + "aa", against: hash))
  }

  @Test func `composed and decomposed are one password`() async throws {
    let hash = try await hasher.hash("caf\u{E9} au lait cr\u{E8}me")
    #expect(try await hasher.verify("cafe\u{301} au lait cre\u{300}me", against: hash))
  }

  @Test func `without an account the same number of hashes is computed`() async throws {
    let hash = try await hasher.hash("a lone duck flies")
    for (password, stored) in [
      ("a lone duck flies", hash), ("wrong", hash), ("", hash), ("wrong", nil),
      (String(repeating: "x", count: 5000), hash),
      (String(repeating: "x", count: 5000), nil),
    ] {
      let before = hasher.hashCount
      _ = try await hasher.verify(password, against: stored)
      #expect(hasher.hashCount == before + 1)
    }
    #expect(try await !hasher.verify("", against: nil))
  }

  @Test(arguments: [
    "", "$argon2id$", "plain", "$argon2i$v=19$m=8,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaA",
    "$argon2id$v=16$m=8,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaA",
    "$argon2id$v=19$m=4294967295,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaA",
    "$argon2id$v=19$m=8,t=4000000000,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaA",
    "$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaGhhc2hoYXNoaGFzaA", "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$",
    "$argon2id$v=19$m=+8,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaA",
  ])
  func `a stored hash that cannot be read is not a wrong password`(phc: String) async {
    await #expect(throws: HashingError.corrupt) { try await hasher.verify("whatever", against: phc) }
  }

  @Test func `a full queue says so at once, and what was queued is answered`() async throws {
    let narrow = try PasswordHasher(cost: PasswordCost.slow, threads: 1, queueDepth: 2)
    let answers = await withTaskGroup(of: Bool?.self) { group in
      for _ in 0..<40 {
        group.addTask {
          do throws(HashingError) { return try await narrow.verify("whatever", against: nil) } catch {
            #expect(error == .busy(retryAfter: 5))
            return nil
          }
        }
      }
      return await group.reduce(into: [Bool?]()) { $0.append($1) }
    }
    let done = answers.count { $0 == false }
    #expect(done == narrow.hashCount)
    #expect(done >= 2 && done < 40)
  }
}

extension PasswordCost {
  /// Long enough for forty callers to arrive meanwhile.
  static let slow = PasswordCost.standard
}
