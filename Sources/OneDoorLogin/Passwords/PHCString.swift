import OneDoorJOSE

/// How a password hash is stored (PHC string format): algorithm, parameters, salt and hash in one text, so that the cost
/// can be raised without a migration: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
struct PHCString: Equatable {
  let cost: PasswordCost
  let lanes: UInt32
  let salt: [UInt8]
  let hash: [UInt8]

  init(cost: PasswordCost, salt: [UInt8], hash: [UInt8]) {
    self.cost = cost
    lanes = 1
    self.salt = salt
    self.hash = hash
  }

  /// Nil for anything but Argon2id 1.3 within bounds: a row that asked for a terabyte of memory must not get it.
  init?(_ text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0].isEmpty, parts[1] == "argon2id", parts[2] == "v=19",
      let salt = PHCString.decode(parts[4]), (8...64).contains(salt.count),
      let hash = PHCString.decode(parts[5]), (16...64).contains(hash.count)
    else { return nil }
    let parameters = parts[3].split(separator: ",", omittingEmptySubsequences: false)
    guard parameters.count == 3,
      let memory = PHCString.number(parameters[0], "m="), (8...1_048_576).contains(memory),
      let passes = PHCString.number(parameters[1], "t="), (1...64).contains(passes),
      let lanes = PHCString.number(parameters[2], "p="), (1...16).contains(lanes), memory >= 8 * lanes
    else { return nil }
    cost = PasswordCost(memoryKiB: memory, passes: passes)
    self.lanes = lanes
    self.salt = salt
    self.hash = hash
  }

  var text: String {
    "$argon2id$v=19$m=\(cost.memoryKiB),t=\(cost.passes),p=\(lanes)$\(Self.encode(salt))$\(Self.encode(hash))"
  }

  private static func number(_ text: Substring, _ name: String) -> UInt32? {
    guard text.hasPrefix(name) else { return nil }
    let digits = text.dropFirst(name.count)
    guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    return UInt32(digits)
  }

  // Standard base64 without padding is base64url in two other letters.

  private static func encode(_ bytes: [UInt8]) -> String {
    let text = Base64URL.encodeBytes(bytes).map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      case UInt8(ascii: "_"): UInt8(ascii: "/")
      default: byte
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func decode(_ text: Substring) -> [UInt8]? {
    let bytes = text.utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      case UInt8(ascii: "-"), UInt8(ascii: "_"): UInt8(ascii: "?")
      default: byte
      }
    }
    return Base64URL.decode(bytes[...])
  }
}
