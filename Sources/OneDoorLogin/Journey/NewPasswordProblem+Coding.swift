package import OneDoorRules

/// A problem as nine bytes: which one, and the number that its sentence says.
extension NewPasswordProblem {
  package func write(to writer: inout ByteEncoder) {
    let (kind, number): (UInt8, Int) =
      switch self {
      case .missing: (0, 0)
      case .different: (1, 0)
      case .refused(.tooShort(let minimum)): (2, minimum)
      case .refused(.tooLong(let maximum)): (3, maximum)
      case .refused(.common): (4, 0)
      case .refused(.predictable): (5, 0)
      case .refused(.repetitive): (6, 0)
      case .refused(.containsName): (7, 0)
      case .refused(.unchanged): (8, 0)
      }
    writer.byte(kind)
    writer.int64(Int64(number))
  }

  package init?(reading reader: inout ByteDecoder) {
    guard let kind = reader.byte(), let number = reader.int64().flatMap(Int.init(exactly:)) else { return nil }
    switch kind {
    case 0: self = .missing
    case 1: self = .different
    case 2: self = .refused(.tooShort(minimum: number))
    case 3: self = .refused(.tooLong(maximum: number))
    case 4: self = .refused(.common)
    case 5: self = .refused(.predictable)
    case 6: self = .refused(.repetitive)
    case 7: self = .refused(.containsName)
    case 8: self = .refused(.unchanged)
    default: return nil
    }
  }
}
