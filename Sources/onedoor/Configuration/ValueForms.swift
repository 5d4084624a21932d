import OneDoorRules

extension ValueForm where Value == Seconds {
  static func duration(_ from: Seconds, _ to: Seconds) -> ValueForm {
    ValueForm(name: "\(DurationText.write(from)) to \(DurationText.write(to))") { text throws(WrongValue) in
      try DurationText.parse(text, in: from...to)
    }
  }
}

extension ValueForm where Value == Int {
  static func integer(_ range: ClosedRange<Int>) -> ValueForm {
    ValueForm(name: "\(range.lowerBound) to \(range.upperBound)") { text throws(WrongValue) in
      try SizeText.integer(text, in: range)
    }
  }

  static func size(_ range: ClosedRange<Int>) -> ValueForm {
    ValueForm(name: "\(SizeText.write(range.lowerBound)) to \(SizeText.write(range.upperBound))") {
      text throws(WrongValue) in try SizeText.bytes(text, in: range)
    }
  }
}

extension ValueForm where Value == String {
  static var path: ValueForm {
    ValueForm(name: "path") { text throws(WrongValue) in
      guard !text.isEmpty else { throw WrongValue("is empty") }
      guard !text.hasPrefix("~") else { throw WrongValue("begins with ~, which is not expanded: write the path out") }
      return text
    }
  }
}

extension ValueForm where Value == Issuer {
  static var issuer: ValueForm { ValueForm(name: "URL") { text throws(WrongValue) in try Issuer(text) } }
}

extension ValueForm where Value == [ListenAddress] {
  static var addresses: ValueForm {
    ValueForm(name: "address:port") { text throws(WrongValue) in try ListenAddress.parse(text) }
  }

  static var loopbackAddresses: ValueForm {
    ValueForm(name: "loopback address:port") { text throws(WrongValue) in
      let addresses = try ListenAddress.parse(text)
      guard addresses.allSatisfy(\.address.isLoopback) else { throw WrongValue("must be a loopback address") }
      return addresses
    }
  }
}

extension ValueForm where Value == [AddressBlock] {
  static var networks: ValueForm {
    ValueForm(name: "networks") { text throws(WrongValue) in [try AddressBlock(text)] }
  }
}

extension ValueForm where Value: RawRepresentable<String> & CaseIterable {
  static var choice: ValueForm {
    let words = Value.allCases.map(\.rawValue)
    return ValueForm(name: words.joined(separator: ", ")) { text throws(WrongValue) in
      try Choice.read(text, as: Value.self)
    }
  }
}

/// One word out of a closed set.
package enum Choice {
  package static func read<Value: RawRepresentable<String> & CaseIterable>(
    _ text: String, as type: Value.Type
  ) throws(WrongValue) -> Value {
    if let value = Value.allCases.first(where: { $0.rawValue.utf8.elementsEqual(text.utf8) }) { return value }
    let words = Value.allCases.map(\.rawValue)
    let hint = Spelling.nearest(to: text, in: words).map { ": did you mean \($0)?" } ?? ""
    throw WrongValue(
      words.count == 1 ? "must be \(words[0])" : "is none of \(words.joined(separator: ", "))\(hint)")
  }
}
