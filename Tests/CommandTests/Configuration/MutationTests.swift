import OneDoorRules
import TestSupport
import Testing
import onedoor

/// A file that somebody damaged, or that is being written this moment, must never loosen what is in force.
@Suite struct MutationTests {
  /// Damage to names, layout and lines, and files cut short. A changed value is an administrator's decision and has a
  /// test of its own.
  enum Damage: Int, CaseIterable {
    case cutShort, characterGone, characterTwice, charactersSwapped, characterReplaced, characterInserted, lineGone
    case lineTwice, linesSwapped, indented, colonGone, commentedOut
  }

  @Test func `200 damaged files: each is the same policy or refused`() throws {
    let running = try load(fullFile)
    var equal = 0
    var refused = 0
    for seed in 0..<204 as Range<UInt64> {
      var numbers = SeededRandom(seed: seed)
      let damage = try #require(Damage(rawValue: Int(seed) % Damage.allCases.count))
      let bytes = mutated(Array(fullFile.utf8), damage, &numbers)
      do throws(ConfigurationErrors) {
        let text = try DocumentText.check(bytes, file: "c.yaml")
        let reload = try running.reloaded(with: try load(text), path: "c.yaml")
        #expect(reload.configuration == running && reload.waiting.isEmpty, "\(damage), seed \(seed)\n\(text)")
        equal += 1
      } catch {
        #expect(!error.problems.isEmpty)
        for problem in error.problems { #expect(problem.description.hasPrefix("c.yaml")) }
        refused += 1
      }
    }
    // Both happen: otherwise the test would prove nothing.
    #expect(equal >= 10)
    #expect(refused >= 100)
  }

  @Test func `every file cut short is refused at its start, too`() throws {
    let whole = Array(fullFile.utf8)
    let running = try load(fullFile)
    for count in 0..<whole.count {
      do throws(ConfigurationErrors) {
        let text = try DocumentText.check(Array(whole.prefix(count)), file: "c.yaml")
        // Only the blank after the last line may be missing.
        #expect(try load(text) == running, "\(count) bytes")
        #expect(count >= whole.count - 1)
      } catch {
        #expect(!error.problems.isEmpty)
      }
    }
  }

  @Test func `a damaged value changes its own setting alone, and stays in its range`() throws {
    let running = try load(fullFile)
    for seed in 0..<200 as Range<UInt64> {
      var numbers = SeededRandom(seed: 1000 + seed)
      var lines = fullFile.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
      let candidates = lines.indices.filter { valueRange(lines[$0]).count > 1 }
      let index = try #require(candidates.randomElement(using: &numbers))
      let range = valueRange(lines[index])
      let place = try #require(range.randomElement(using: &numbers))
      lines[index][place] = UInt8.random(in: 0x20...0x7E, using: &numbers)
      let bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
      guard let text = try? DocumentText.check(bytes, file: "c.yaml"), let new = try? load(text) else { continue }
      let changed = Setting.table.filter { !$0.isEqual(new, running) }
      #expect(changed.count <= 1, "seed \(seed): \(changed.map(\.key))")
      // Within range: what was accepted is accepted again as it is written back.
      #expect(new.passwords.minimum >= 12)
      #expect(new.sessions.absolute <= .days(7))
      #expect(new.tokens.code <= .minutes(2))
      #expect(new.trustedProxies.allSatisfy { $0.prefix >= 8 })
    }
  }

  private func mutated(_ bytes: [UInt8], _ damage: Damage, _ numbers: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Array($0) }
    let line = Int.random(in: 0..<lines.count - 1, using: &numbers)
    // A place outside every value.
    let places = bytes.indices.filter { !isInValue(bytes, $0) && bytes[$0] != UInt8(ascii: "\n") }
    let place = places.randomElement(using: &numbers) ?? 0
    func joined() -> [UInt8] { Array(lines.joined(separator: [UInt8(ascii: "\n")])) }
    switch damage {
    case .cutShort: return Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &numbers)))
    case .characterGone: bytes.remove(at: place)
    case .characterTwice: bytes.insert(bytes[place], at: place)
    case .charactersSwapped: if places.contains(place + 1) { bytes.swapAt(place, place + 1) }
    case .characterReplaced: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
    case .characterInserted: bytes.insert(UInt8.random(in: 0...255, using: &numbers), at: place)
    case .lineGone:
      lines.remove(at: line)
      return joined()
    case .lineTwice:
      lines.insert(lines[line], at: line)
      return joined()
    case .linesSwapped:
      lines.swapAt(line, line + 1)
      return joined()
    case .indented:
      if lines[line].first == UInt8(ascii: " "), Bool.random(using: &numbers) {
        lines[line].removeFirst()
      } else {
        lines[line].insert(UInt8(ascii: " "), at: 0)
      }
      return joined()
    case .colonGone:
      if let colon = lines[line].firstIndex(of: UInt8(ascii: ":")) { lines[line].remove(at: colon) }
      return joined()
    case .commentedOut:
      lines[line].insert(UInt8(ascii: "#"), at: 0)
      return joined()
    }
    return bytes
  }

  private func isInValue(_ bytes: [UInt8], _ place: Int) -> Bool {
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: newline) ?? bytes.count
    return valueRange(Array(bytes[start..<end])).contains(place - start)
  }

  /// From after the colon and its blank to the comment or the end.
  private func valueRange(_ line: [UInt8]) -> Range<Int> {
    let hash = line.firstIndex(of: UInt8(ascii: "#")) ?? line.count
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon + 2 <= hash else { return 0..<0 }
    return colon + 1..<hash
  }
}
