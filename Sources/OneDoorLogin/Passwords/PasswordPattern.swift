/// How much there is to guess in a password besides what repeats, counts or walks over the keyboard.
struct PasswordPattern {
  /// Fewer characters than this that do not follow from the one before are no password, however long the walk.
  static let leastFresh = 5

  private let scalars: [Unicode.Scalar]

  /// `scalars`: case-folded.
  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The length of the part that the whole is a repetition of; its own length where it is none.
  var repeatedLength: Int {
    for period in 1...max(1, scalars.count / 2) where 2 * period <= scalars.count {
      if scalars.indices.dropFirst(period).allSatisfy({ scalars[$0] == scalars[$0 - period] }) { return period }
    }
    return scalars.count
  }

  /// Characters that are not the same as, next to, or a keyboard neighbour of the one before.
  var freshCount: Int {
    guard let first = scalars.first else { return 0 }
    var before = first
    var count = 1
    for scalar in scalars.dropFirst() {
      if !Self.follows(before, scalar) { count += 1 }
      before = scalar
    }
    return count
  }

  private static func follows(_ before: Unicode.Scalar, _ scalar: Unicode.Scalar) -> Bool {
    let step = Int(scalar.value) - Int(before.value)
    if abs(step) <= 1 { return true }
    guard let from = keys[before], let to = keys[scalar] else { return false }
    return from.column == to.column
      ? abs(from.row - to.row) == 1 : from.row == to.row && abs(from.column - to.column) == 1
  }

  private static let keys: [Unicode.Scalar: (row: Int, column: Int)] = {
    var keys: [Unicode.Scalar: (row: Int, column: Int)] = [:]
    for (row, letters) in ["1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"].enumerated() {
      for (column, letter) in letters.unicodeScalars.enumerated() { keys[letter] = (row, column) }
    }
    return keys
  }()

  /// Characters that are left once each of the words is taken out, read plainly or with `@`, `0`, `$`, `3` and the like
  /// for letters, and without what merely separates.
  func remainder(without words: [String]) -> Int {
    let plain = scalars.filter(Self.isWordCharacter)
    let unmasked = scalars.map { Self.masks[$0] ?? $0 }.filter(Self.isWordCharacter)
    return [plain, unmasked].map { scalars.count - Self.covered($0, by: words) }.min() ?? scalars.count
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static let masks: [Unicode.Scalar: Unicode.Scalar] = [
    "@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", "$": "s", "5": "s", "7": "t",
  ]

  /// Longest words first, each at every place that is still free.
  private static func covered(_ text: [Unicode.Scalar], by words: [String]) -> Int {
    var isCovered = [Bool](repeating: false, count: text.count)
    for word in words.map({ Array($0.unicodeScalars) }).sorted(by: { $0.count > $1.count }) {
      guard !word.isEmpty, word.count <= text.count else { continue }
      for start in 0...(text.count - word.count) where text[start] == word[0] {
        let range = start..<start + word.count
        if !isCovered[start], text[range].elementsEqual(word), !isCovered[range].contains(true) {
          for index in range { isCovered[index] = true }
        }
      }
    }
    return isCovered.count { $0 }
  }
}
