import OneDoorStore
import Testing

@Suite struct VaultPromises {
  private let first = [UInt8](repeating: 1, count: 32)
  private let second = [UInt8](repeating: 2, count: 32)
  private let secret = [UInt8](repeating: 3, count: 32)
  private let text = Array("张伟".utf8)

  @Test func `what an older data key sealed opens beside a newer one, which seals from then on`() async throws {
    let old = try DataKeyVault(dataKeys: [1: first], indexSecret: secret)
    let both = try DataKeyVault(dataKeys: [1: first, 2: second], indexSecret: secret)
    let sealed = try old.seal(text, context: [1])
    #expect(sealed.first == 1, "the number of the key comes first")
    #expect(try both.open(sealed, context: [1]) == text)
    let renewed = try both.seal(text, context: [1])
    #expect(renewed.first == 2)
    #expect(await refusal { _ = try old.open(renewed, context: [1]) } == .corrupt("data key 2 is missing"))
    #expect(old.index(.login, text) == both.index(.login, text), "an index outlives data keys")
  }

  @Test func `nothing opens in another row, under another key or cut short`() async throws {
    let vault = try DataKeyVault(dataKeys: [1: first, 2: second], indexSecret: secret)
    let sealed = try vault.seal(text, context: [1])
    let altered: [[UInt8]] = [[1] + sealed.dropFirst(), Array(sealed.dropLast()), [2], []]
    for bytes in altered { #expect(await refusal { _ = try vault.open(bytes, context: [1]) } != nil) }
    #expect(await refusal { _ = try vault.open(sealed, context: [2]) } != nil)
    #expect(try vault.seal(text, context: [1]) != sealed, "twice the same is not twice the same bytes")
  }

  @Test func `the indexes of columns differ, and so do those of stores`() throws {
    let vault = try DataKeyVault(dataKeys: [1: first], indexSecret: secret)
    let other = try DataKeyVault(dataKeys: [1: first], indexSecret: first)
    #expect(vault.index(.login, text) != vault.index(.phone, text))
    #expect(vault.index(.login, text) != other.index(.login, text))
    #expect(throws: (any Error).self) { try DataKeyVault(dataKeys: [:], indexSecret: secret) }
  }
}
